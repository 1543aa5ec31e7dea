package org.plazo.request;

import org.jspecify.annotations.Nullable;

/**
 * What became of a measure.
 *
 * @param ground code; needed with a refusal and a postponement, and only there
 * @param reasons why, in words; needed with a refusal and for conditions
 */
public record Settlement(
        MeasureOutcome outcome,
        @Nullable String ground,
        @Nullable String reasons) {

    /** An outcome that needs neither ground nor reasons. */
    public static Settlement of(MeasureOutcome outcome) {
        return new Settlement(outcome, null, null);
    }

    /** @param field the name of the settlement in the input, empty or ending with a dot */
    public void check(String field, Parties parties, FieldProblems problems) {
        problems.text(field + "reasons", reasons, 2_000);
        if (ground != null && !outcome.needsGround()) {
            problems.add(field + "ground", "does not fit the outcome " + outcome);
        } else if (ground != null && !CodeList.GROUNDS.has(ground, parties)) {
            problems.add(field + "ground", "unknown code");
        } else if (ground == null && outcome.needsGround()) {
            problems.add(field + "ground", "is needed when the outcome is " + outcome);
        }
        if (outcome.needsReasons() && (reasons == null || reasons.isBlank())) {
            problems.add(field + "reasons", "are needed when the outcome is " + outcome);
        }
    }
}
