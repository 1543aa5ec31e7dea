package org.plazo.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A deadline whose date would be another one by other calendars.
 *
 * @param authority code of the counterpart's authority
 * @param restricted whether taking it away in a list is entered in its ledger
 */
public record MovedDeadline(
        long requestId,
        String reference,
        DeadlineKind kind,
        String authority,
        boolean restricted,
        LocalDate fromDueOn,
        Instant fromDueAt,
        LocalDate toDueOn,
        Instant toDueAt) {

    /** Positive: later; 0: on the same day, at another time. */
    public long days() {
        return ChronoUnit.DAYS.between(fromDueOn, toDueOn);
    }
}
