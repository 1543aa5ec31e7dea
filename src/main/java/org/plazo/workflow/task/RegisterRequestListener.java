package org.plazo.workflow.task;

import org.plazo.request.IncomingCommands;
import org.plazo.security.Actor;
import org.plazo.workflow.ProcessBean;

@ProcessBean
class RegisterRequestListener extends IncomingFormListener {

    RegisterRequestListener(TaskDesk desk) {
        super(desk);
    }

    @Override
    void run(String reference, TypedForm form, IncomingCommands commands, Actor actor, Routing routing) {
        commands.register(reference, form.text("note"), actor);
    }
}
