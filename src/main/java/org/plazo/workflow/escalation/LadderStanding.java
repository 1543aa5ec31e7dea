package org.plazo.workflow.escalation;

import java.util.Map;

/**
 * Where a deadline stands on its ladder.
 *
 * @param ladder the version that it follows
 * @param decided what was decided of each step, by their codes
 */
public record LadderStanding(int ladder, Map<String, StepRecord> decided) {

    public LadderStanding {
        decided = Map.copyOf(decided);
    }
}
