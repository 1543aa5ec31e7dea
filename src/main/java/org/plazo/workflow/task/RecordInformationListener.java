package org.plazo.workflow.task;

import org.plazo.request.IncomingCommands;
import org.plazo.security.Actor;
import org.plazo.workflow.ProcessBean;

@ProcessBean
class RecordInformationListener extends IncomingFormListener {

    private enum Came {
        CAME,
        MISSING
    }

    RecordInformationListener(TaskDesk desk) {
        super(desk);
    }

    @Override
    void run(String reference, TypedForm form, IncomingCommands commands, Actor actor, Routing routing) {
        if (form.choice("came", Came.class) == Came.CAME) {
            commands.recordInformation(reference, form.instant("at"), form.text("note"), actor);
        } else {
            commands.goOnWithoutInformation(reference, form.instant("at"), form.required("reason"), actor);
        }
    }
}
