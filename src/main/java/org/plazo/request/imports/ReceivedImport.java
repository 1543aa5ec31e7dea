package org.plazo.request.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** Keeps a file on disk, and not in memory, while it is read. */
@Component
public class ReceivedImport {

    private final Path folder;
    private final long maxBytes;

    ReceivedImport(@Value("${plazo.data-dir:./data}") Path dataDir, ImportSettings settings) {
        this.folder = dataDir.resolve("imports");
        this.maxBytes = settings.maxFile().toBytes();
    }

    /**
     * Lets a body be read as often as needed, and forgets it afterwards.
     *
     * @throws ImportTooLarge if there are more bytes than one file may have
     */
    public <T> T with(InputStream body, Function<InputStreamSource, T> reading) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "received-", ".csv");
        try {
            copy(body, file);
            return reading.apply(() -> Files.newInputStream(file));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void copy(InputStream body, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[65_536];
            long bytes = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                if (bytes > maxBytes) {
                    throw new ImportTooLarge("The file has more than " + maxBytes + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
    }
}
