package org.plazo.workflow.task;

import org.plazo.request.RequestCommands;
import org.plazo.security.Actor;
import org.plazo.workflow.ProcessBean;
import org.plazo.workflow.process.Names;

@ProcessBean
class ReviewRequestListener extends FormListener {

    private enum Decision {
        APPROVE,
        RETURN
    }

    ReviewRequestListener(TaskDesk desk) {
        super(desk);
    }

    @Override
    void run(String reference, TypedForm form, RequestCommands commands, Actor actor, Routing routing) {
        boolean approved = form.choice("decision", Decision.class) == Decision.APPROVE;
        commands.review(reference, approved, approved ? form.text("reason") : form.required("reason"), actor);
        routing.set(Names.APPROVED, approved);
    }
}
