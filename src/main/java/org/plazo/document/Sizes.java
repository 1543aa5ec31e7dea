package org.plazo.document;

import org.springframework.util.unit.DataSize;

/** Sizes as a sentence says them: in whole megabytes, or kilobytes, or bytes. */
final class Sizes {

    private static final long K = 1_024;

    private Sizes() {}

    static String of(DataSize size) {
        long bytes = size.toBytes();
        if (bytes % (K * K) == 0) {
            return bytes / (K * K) + " MB";
        }
        return bytes % K == 0 ? bytes / K + " kB" : bytes + " B";
    }
}
