package org.plazo.document;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.plazo.document.file.DocumentStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings directory and table together. Files without a row, which a crash leaves, go after a day. Rows whose file is
 * missing or changed are marked, and the health check tells of them.
 */
@Component
class Reconciliation {

    /** No upload lasts so long. */
    static final Duration ORPHAN_AGE = Duration.ofDays(1);

    /** Crashes leave a file or two. If there are more, the table is likely to be an older one than the files. */
    static final int MOST_ORPHANS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final int BATCH = 1_000;

    private final DocumentRows rows;
    private final DocumentStore store;
    private final Integrity integrity;
    private final DocumentSettings settings;
    private final Clock clock;
    private volatile int orphansLeft;

    Reconciliation(
            DocumentRows rows, DocumentStore store, Integrity integrity, DocumentSettings settings, Clock clock) {
        this.rows = rows;
        this.store = store;
        this.integrity = integrity;
        this.settings = settings;
        this.clock = clock;
    }

    /** How many files without a row were left where they are, because they were too many to be a crash's. */
    int orphansLeft() {
        return orphansLeft;
    }

    /** What takes seconds: leftovers, and whether each row's file is there with its size. */
    void run() throws IOException {
        Instant before = clock.instant().minus(ORPHAN_AGE);
        int unfinished = store.removeUnfinishedBefore(before);
        if (unfinished > 0) {
            LOG.info("{} uploads that were never finished were removed", unfinished);
        }
        removeOrphans(before);
        long last = 0;
        List<Document> batch = rows.after(last, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(integrity::checkSize);
            last = batch.get(batch.size() - 1).id();
            batch = rows.after(last, BATCH);
        }
    }

    /** Compares hashes, those that were compared longest ago first, as much as a day's reading allows. */
    void verify() throws IOException {
        long left = settings.verifiedPerDay().toBytes();
        Instant began = clock.instant();
        List<Document> batch = rows.checkedBefore(began, BATCH);
        while (!batch.isEmpty()) {
            for (Document document : batch) {
                if (left <= 0) {
                    return;
                }
                integrity.check(document);
                left -= document.size();
            }
            batch = rows.checkedBefore(began, BATCH);
        }
    }

    /** Looks again at what was found damaged: an operator may have put the file back. */
    void recheckDamaged() throws IOException {
        for (Document document : rows.damaged(BATCH)) {
            integrity.check(document);
        }
    }

    private void removeOrphans(Instant before) throws IOException {
        List<UUID> orphans = new ArrayList<>();
        List<UUID> kept = store.keptBefore(before);
        for (int from = 0; from < kept.size(); from += BATCH) {
            List<UUID> batch = kept.subList(from, Math.min(from + BATCH, kept.size()));
            Set<UUID> known = rows.known(batch);
            batch.stream().filter(file -> !known.contains(file)).forEach(orphans::add);
        }
        if (orphans.size() > MOST_ORPHANS) {
            orphansLeft = orphans.size();
            LOG.error("{} files have no row; they are left alone: is the database older than the files?", orphansLeft);
            return;
        }
        orphansLeft = 0;
        for (UUID orphan : orphans) {
            store.remove(orphan);
            LOG.info("File {} has no row and was removed", orphan);
        }
    }
}
