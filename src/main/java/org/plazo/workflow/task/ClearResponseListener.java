package org.plazo.workflow.task;

import org.plazo.request.IncomingCommands;
import org.plazo.security.Actor;
import org.plazo.workflow.ProcessBean;
import org.plazo.workflow.process.Names;

@ProcessBean
class ClearResponseListener extends IncomingFormListener {

    private enum Decision {
        CLEAR,
        RETURN
    }

    ClearResponseListener(TaskDesk desk) {
        super(desk);
    }

    @Override
    void run(String reference, TypedForm form, IncomingCommands commands, Actor actor, Routing routing) {
        boolean cleared = form.choice("decision", Decision.class) == Decision.CLEAR;
        commands.clear(reference, cleared, cleared ? form.text("reason") : form.required("reason"), actor);
        routing.set(Names.CLEARED, cleared);
    }
}
