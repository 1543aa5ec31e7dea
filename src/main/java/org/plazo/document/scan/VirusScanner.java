package org.plazo.document.scan;

import java.nio.file.Path;
import java.time.Duration;

/** Looks for harmful code in files. It never throws because a scanner is away: then it did not scan. */
public interface VirusScanner {

    ScanResult scan(Path file);

    /**
     * A clamd that listens on TCP.
     *
     * @param timeout to connect, and for each read of its answer; a whole conversation may take four times as long
     */
    static VirusScanner clamd(String host, int port, Duration timeout) {
        return new ClamdScanner(host, port, timeout);
    }
}
