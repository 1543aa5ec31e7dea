package org.plazo.request.command;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Assessment;
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.FieldProblems;
import org.plazo.request.InvalidInput;
import org.plazo.request.LedgerAction;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.Parties;
import org.plazo.request.Settlement;
import org.plazo.request.command.RequestChanges.Change;
import org.springframework.stereotype.Component;

/** Enters what became of single measures, each with what was known before. */
@Component
class MeasureOutcomes {

    private final Parties parties;

    MeasureOutcomes(Parties parties) {
        this.parties = parties;
    }

    void settle(Change change, Assessment assessment, Instant now) {
        settle(change, assessment.measures(), now);
        Settlement remaining = assessment.remaining();
        if (assessment.outcome() == AssessmentOutcome.COMPLETE) {
            settlePending(
                    change, "remaining.", remaining == null ? Settlement.of(MeasureOutcome.EXECUTED) : remaining, now);
        } else if (remaining != null) {
            throw new InvalidInput("remaining", "does not fit while a response is awaited further");
        }
    }

    /** @param settlements by position, from 1 */
    void settle(Change change, Map<Integer, Settlement> settlements, Instant now) {
        new TreeMap<>(settlements).forEach((position, settlement) -> {
            check("measures[" + (position - 1) + "].", settlement);
            settle(change, position, settlement, now);
        });
    }

    /** Gives all measures that have no outcome the same one. */
    void settlePending(Change change, String field, Settlement settlement, Instant now) {
        check(field, settlement);
        change.request().pendingMeasures().forEach(position -> settle(change, position, settlement, now));
    }

    private void check(String field, Settlement settlement) {
        FieldProblems problems = new FieldProblems();
        settlement.check(field, parties, problems);
        problems.refuse();
    }

    private static void settle(Change change, int position, Settlement settlement, Instant now) {
        MeasureOutcome before = change.request().settle(position, settlement, now);
        @Nullable String ground = settlement.ground();
        change.note(
                LedgerAction.MEASURE_SETTLED,
                now,
                Integer.toString(position),
                before == null ? null : before.name(),
                settlement.outcome() + (ground == null ? "" : ":" + ground),
                settlement.reasons());
    }
}
