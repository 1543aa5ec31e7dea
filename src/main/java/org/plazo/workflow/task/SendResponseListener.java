package org.plazo.workflow.task;

import org.plazo.request.IncomingCommands;
import org.plazo.security.Actor;
import org.plazo.workflow.ProcessBean;

@ProcessBean
class SendResponseListener extends IncomingFormListener {

    SendResponseListener(TaskDesk desk) {
        super(desk);
    }

    @Override
    void run(String reference, TypedForm form, IncomingCommands commands, Actor actor, Routing routing) {
        commands.sendResponse(reference, form.instant("at"), form.required("channel"), actor);
    }
}
