package org.plazo.request.web.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plazo.calendar.LocalizedText;
import org.plazo.request.LedgerAction;
import org.plazo.request.LedgerEntry;

/** A ledger entry, as codes and as a sentence in both languages. */
record EventView(
        Instant recordedAt,
        Instant effectiveAt,
        String actor,
        LedgerAction action,
        @Nullable String subject,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason,
        LocalizedText sentence) {

    static EventView of(LedgerEntry entry) {
        return new EventView(
                entry.recordedAt(),
                entry.effectiveAt(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.from(),
                entry.to(),
                entry.reason(),
                entry.sentence());
    }
}
