package org.plazo.workflow.task;

import org.plazo.request.AssessmentOutcome;
import org.plazo.request.RequestCommands;
import org.plazo.security.Actor;
import org.plazo.workflow.ProcessBean;
import org.plazo.workflow.process.Names;

@ProcessBean
class AssessResponseListener extends FormListener {

    AssessResponseListener(TaskDesk desk) {
        super(desk);
    }

    @Override
    void run(String reference, TypedForm form, RequestCommands commands, Actor actor, Routing routing) {
        AssessmentOutcome outcome = form.choice(Names.OUTCOME, AssessmentOutcome.class);
        boolean complete = outcome == AssessmentOutcome.COMPLETE;
        commands.assess(reference, outcome, complete ? form.text("reason") : form.required("reason"), actor);
        routing.set(Names.OUTCOME, outcome.name());
    }
}
