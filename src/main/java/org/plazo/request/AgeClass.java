package org.plazo.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How long ago a request left or reached the house, in full days on the home side. */
public enum AgeClass {
    NOT_DISPATCHED(0, 0),
    UP_TO_30(0, 30),
    UP_TO_90(31, 90),
    UP_TO_180(91, 180),
    UP_TO_365(181, 365),
    OLDER(366, 0);

    private final int youngest;
    private final int oldest;

    /** Ages in days, both inclusive; an oldest of 0 has no end. */
    AgeClass(int youngest, int oldest) {
        this.youngest = youngest;
        this.oldest = oldest;
    }

    /** Requests dispatched or received before this instant are old enough for the class; null: the youngest class has no such bound. */
    @Nullable
    public Instant before(LocalDate today, ZoneId home) {
        return youngest == 0
                ? null
                : today.minusDays(youngest - 1L).atStartOfDay(home).toInstant();
    }

    /** Requests dispatched or received at this instant or later are young enough for the class; null: the oldest class has no such bound. */
    @Nullable
    public Instant from(LocalDate today, ZoneId home) {
        return oldest == 0 ? null : today.minusDays(oldest).atStartOfDay(home).toInstant();
    }
}
