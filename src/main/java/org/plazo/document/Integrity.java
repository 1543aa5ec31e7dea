package org.plazo.document;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plazo.document.DocumentRows.Damage;
import org.plazo.document.file.DocumentStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Compares stored files with what their rows say, and notes the outcome in the row. */
@Component
class Integrity {

    private static final Logger LOG = LoggerFactory.getLogger(Integrity.class);

    private final DocumentRows rows;
    private final DocumentStore store;
    private final Clock clock;

    Integrity(DocumentRows rows, DocumentStore store, Clock clock) {
        this.rows = rows;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Reads the whole file.
     *
     * @return null if it is what was uploaded
     */
    @Nullable
    Damage check(Document document) throws IOException {
        Damage damage = sizeDamage(document);
        if (damage == null && !store.hash(document.storedAs()).equals(document.sha256())) {
            damage = Damage.CHANGED;
        }
        tell(document, damage);
        rows.checked(document.id(), damage, clock.instant());
        return damage;
    }

    /** Looks whether the file is there and has its size. A good size does not clear a file that was found changed. */
    void checkSize(Document document) {
        Damage damage = sizeDamage(document);
        if (damage != null && !document.damaged()) {
            tell(document, damage);
            rows.checked(document.id(), damage, null);
        }
    }

    private @Nullable Damage sizeDamage(Document document) {
        Optional<Long> size = store.size(document.storedAs());
        if (size.isEmpty()) {
            return Damage.MISSING;
        }
        return size.get() == document.size() ? null : Damage.CHANGED;
    }

    private static void tell(Document document, @Nullable Damage damage) {
        if (damage != null) {
            LOG.error("The file of document {} is {}: {}", document.id(), damage, document.storedAs());
        }
    }
}
