package org.plazo.workflow.task;

import org.plazo.request.RequestCommands;
import org.plazo.security.Actor;
import org.plazo.workflow.ProcessBean;

@ProcessBean
class AcknowledgeReceiptListener extends FormListener {

    AcknowledgeReceiptListener(TaskDesk desk) {
        super(desk);
    }

    @Override
    void run(String reference, TypedForm form, RequestCommands commands, Actor actor, Routing routing) {
        commands.acknowledge(reference, form.instant("at"), form.text("theirReference"), actor);
    }
}
