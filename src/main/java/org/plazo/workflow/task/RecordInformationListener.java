package org.plazo.workflow.task;

import org.plazo.request.IncomingCommands;
import org.plazo.security.Actor;
import org.plazo.workflow.ProcessBean;

@ProcessBean
class RecordInformationListener extends IncomingFormListener {

    RecordInformationListener(TaskDesk desk) {
        super(desk);
    }

    @Override
    void run(String reference, TypedForm form, IncomingCommands commands, Actor actor, Routing routing) {
        commands.recordInformation(reference, form.instant("at"), form.text("note"), actor);
    }
}
