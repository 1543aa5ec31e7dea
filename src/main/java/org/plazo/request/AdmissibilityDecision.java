package org.plazo.request;

import org.jspecify.annotations.Nullable;

/**
 * What we say to what is asked of us.
 *
 * @param ground code of the list of grounds; needed with a refusal, and only there
 * @param reasons why, in words; needed with everything but {@link Choice#ADMISSIBLE}
 * @param transferredTo to whom it goes, in words; needed with a transfer, and only there
 */
public record AdmissibilityDecision(
        Choice choice,
        @Nullable String ground,
        @Nullable String reasons,
        @Nullable String transferredTo) {

    public enum Choice {
        ADMISSIBLE,
        /** The clocks of admissibility and response stand still until the other side has supplied what is missing. */
        INFORMATION_NEEDED,
        /** All measures are refused on the same ground; the refusal is drafted, cleared and sent like any response. */
        REFUSED,
        TRANSFERRED
    }

    public static AdmissibilityDecision admissible() {
        return new AdmissibilityDecision(Choice.ADMISSIBLE, null, null, null);
    }
}
