package org.plazo.document;

import java.io.IOException;
import java.util.Objects;
import org.plazo.document.file.DocumentStore;
import org.plazo.document.file.FileTooLarge;
import org.plazo.document.file.FileTypes;
import org.plazo.document.file.ReceivedFile;
import org.plazo.document.scan.ScanResult;
import org.plazo.document.scan.ScanResult.Verdict;
import org.plazo.document.scan.VirusScanner;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes an upload to the disk and looks at it, before anything is stored. */
@Component
class Reception {

    private final DocumentStore store;
    private final ObjectProvider<VirusScanner> scanner;
    private final DocumentSettings settings;

    Reception(DocumentStore store, ObjectProvider<VirusScanner> scanner, DocumentSettings settings) {
        this.store = store;
        this.scanner = scanner;
        this.settings = settings;
    }

    /** What is known of a file that may be kept; {@code scan} says whether it has to wait for the scanner. */
    record Examined(ReceivedFile file, String mediaType, ScanResult scan) {

        DocumentState state() {
            return scan.verdict() == Verdict.CLEAN ? DocumentState.AVAILABLE : DocumentState.QUARANTINED;
        }
    }

    /** The caller keeps the file or {@link #drop drops} it. A file that is refused here is gone already. */
    Examined receive(NewDocument upload, String name) throws IOException {
        ReceivedFile file = write(upload);
        try {
            if (file.size() == 0) {
                throw new DocumentRefused("file", Refusal.EMPTY);
            }
            return new Examined(file, FileTypes.checked(name, file.path()), scan(file));
        } catch (IOException | RuntimeException e) {
            store.drop(file);
            throw e;
        }
    }

    /** Removes a file that was not kept after all. */
    void drop(Examined upload) throws IOException {
        store.drop(upload.file());
    }

    private ReceivedFile write(NewDocument upload) throws IOException {
        try {
            return store.receive(upload.content(), settings.maxSize().toBytes());
        } catch (FileTooLarge e) {
            throw new DocumentRefused("file", Refusal.TOO_LARGE, Sizes.of(settings.maxSize()));
        }
    }

    private ScanResult scan(ReceivedFile file) {
        VirusScanner present = scanner.getIfAvailable();
        ScanResult result = present == null ? ScanResult.CLEAN : present.scan(file.path());
        if (result.verdict() == Verdict.INFECTED) {
            throw new DocumentRefused("file", Refusal.INFECTED, Objects.requireNonNullElse(result.detail(), ""));
        }
        return result;
    }
}
