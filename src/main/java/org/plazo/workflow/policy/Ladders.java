package org.plazo.workflow.policy;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plazo.deadline.LimitUnit;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;

/** Reads {@code escalation-ladder}: every row that fits is one step. No row at all is a ladder without steps. */
final class Ladders {

    private Ladders() {}

    /** The steps, lowest level first. */
    static List<LadderStep> read(Table table, PolicyCase asked) {
        Set<String> seen = new HashSet<>();
        return table.rows(asked).stream()
                .map(row -> step(row, asked, seen))
                .sorted(Comparator.comparingInt(LadderStep::level))
                .toList();
    }

    private static LadderStep step(Row row, PolicyCase asked, Set<String> seen) {
        LadderStep step = new LadderStep(
                row.text("step"),
                row.number("level"),
                row.number("amount"),
                row.choice("unit", LimitUnit.class),
                row.choices("recipients", Recipient.class),
                row.choice("outward", OutwardAction.class),
                row.flag("heldBack"));
        if (!step.step().matches("[A-Z][A-Z0-9_]{0,39}")) {
            throw row.refused("step", "must be a code such as OVERDUE, not " + step.step());
        }
        if (step.step().equals(LadderStep.PROMISE_BROKEN.step()) || step.step().equals(LadderStep.REVIEW_DATE.step())) {
            throw row.refused("step", step.step() + " is taken by Plazo itself");
        }
        if (!seen.add(step.step())) {
            throw row.refused("step", step.step() + " is there twice");
        }
        if (step.level() < 1 || step.level() > 9) {
            throw row.refused("level", "must be 1 to 9, not " + step.level());
        }
        if (step.outward() != OutwardAction.NONE && asked.kind() != DeadlineKind.RESPONSE) {
            throw row.refused("outward", "must be NONE: only the response's clock asks for outward steps");
        }
        if (step.outward() != OutwardAction.NONE && asked.direction() == Direction.INCOMING) {
            throw row.refused("outward", "must be NONE: of an incoming request it is we who are late");
        }
        if (step.recipients().contains(Recipient.AGENCY_MANAGER) && asked.direction() == Direction.OUTGOING) {
            throw row.refused("recipients", "names AGENCY_MANAGER, whom only incoming requests have");
        }
        return step;
    }
}
