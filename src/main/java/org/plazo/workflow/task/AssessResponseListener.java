package org.plazo.workflow.task;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Assessment;
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.InvalidInput;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.RequestCommands;
import org.plazo.request.Settlement;
import org.plazo.security.Actor;
import org.plazo.workflow.ProcessBean;
import org.plazo.workflow.process.Names;

/** The form has room for a fixed number of measures; those of which it says nothing are left to the command. */
@ProcessBean
class AssessResponseListener extends FormListener {

    /** As many as the form has room for. */
    static final int MEASURES = 5;

    AssessResponseListener(TaskDesk desk) {
        super(desk);
    }

    @Override
    void run(String reference, TypedForm form, RequestCommands commands, Actor actor, Routing routing) {
        AssessmentOutcome outcome = form.choice(Names.OUTCOME, AssessmentOutcome.class);
        boolean complete = outcome == AssessmentOutcome.COMPLETE;
        String reason = complete ? form.text("reason") : form.required("reason");
        commands.assess(reference, new Assessment(outcome, measures(form), null), reason, actor);
        routing.set(Names.OUTCOME, outcome.name());
    }

    private static Map<Integer, Settlement> measures(TypedForm form) {
        Map<Integer, Settlement> settled = new TreeMap<>();
        for (int position = 1; position <= MEASURES; position++) {
            String measure = "measure" + position;
            String outcome = form.text(measure + "Outcome");
            String ground = form.text(measure + "Ground");
            String reasons = form.text(measure + "Reasons");
            if (outcome != null || ground != null || reasons != null) {
                settled.put(position, new Settlement(outcome(position, outcome), ground, reasons));
            }
        }
        return settled;
    }

    private static MeasureOutcome outcome(int position, @Nullable String typed) {
        String field = "measures[" + (position - 1) + "].outcome";
        if (typed == null) {
            throw new InvalidInput(field, "is missing");
        }
        return Stream.of(MeasureOutcome.values())
                .filter(known -> known.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(field, "unknown code"));
    }
}
