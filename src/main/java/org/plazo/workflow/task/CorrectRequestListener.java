package org.plazo.workflow.task;

import org.plazo.request.RequestCommands;
import org.plazo.security.Actor;
import org.plazo.workflow.ProcessBean;

@ProcessBean
class CorrectRequestListener extends FormListener {

    CorrectRequestListener(TaskDesk desk) {
        super(desk);
    }

    @Override
    void run(String reference, TypedForm form, RequestCommands commands, Actor actor, Routing routing) {
        commands.correct(reference, form.text("note"), actor);
    }
}
