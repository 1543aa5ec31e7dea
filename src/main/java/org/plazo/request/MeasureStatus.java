package org.plazo.request;

import org.jspecify.annotations.Nullable;

/** Whether something is still to be expected of a measure. */
public enum MeasureStatus {
    PENDING,
    POSTPONED,
    SETTLED;

    public static MeasureStatus of(@Nullable MeasureOutcome outcome) {
        if (outcome == null) {
            return PENDING;
        }
        return outcome == MeasureOutcome.POSTPONED ? POSTPONED : SETTLED;
    }
}
