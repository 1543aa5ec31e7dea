package org.plazo.workflow.task;

import org.plazo.request.RequestCommands;
import org.plazo.security.Actor;
import org.plazo.workflow.ProcessBean;

@ProcessBean
class DispatchRequestListener extends FormListener {

    DispatchRequestListener(TaskDesk desk) {
        super(desk);
    }

    @Override
    void run(String reference, TypedForm form, RequestCommands commands, Actor actor, Routing routing) {
        commands.dispatch(reference, form.instant("at"), form.required("channel"), actor);
    }
}
