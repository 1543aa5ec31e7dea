package org.plazo.request;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a response was worth, as a whole and measure by measure.
 *
 * @param measures what became of some or all measures, by position from 1
 * @param remaining with COMPLETE, what becomes of the measures that have no outcome yet; null means EXECUTED
 */
public record Assessment(
        AssessmentOutcome outcome,
        Map<Integer, Settlement> measures,
        @Nullable Settlement remaining) {

    public Assessment {
        measures = Map.copyOf(measures);
    }

    /** An assessment that says nothing about single measures. */
    public static Assessment of(AssessmentOutcome outcome) {
        return new Assessment(outcome, Map.of(), null);
    }
}
