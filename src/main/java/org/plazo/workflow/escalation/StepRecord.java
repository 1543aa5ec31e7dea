package org.plazo.workflow.escalation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step as it was decided in one generation of a deadline's steps.
 *
 * @param rearmedAt when a recomputation moved its instant into the future, so that it no longer counts
 */
public record StepRecord(
        String step,
        int level,
        int generation,
        boolean taken,
        @Nullable Instant rearmedAt) {

    boolean counts() {
        return rearmedAt == null;
    }
}
