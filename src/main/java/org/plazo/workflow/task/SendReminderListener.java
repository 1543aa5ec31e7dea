package org.plazo.workflow.task;

import org.plazo.request.RequestCommands;
import org.plazo.security.Actor;
import org.plazo.workflow.ProcessBean;
import org.plazo.workflow.policy.OutwardAction;

@ProcessBean
class SendReminderListener extends FormListener {

    SendReminderListener(TaskDesk desk) {
        super(desk);
    }

    @Override
    void run(String reference, TypedForm form, RequestCommands commands, Actor actor, Routing routing) {
        commands.recordOutwardStep(
                reference, OutwardAction.REMINDER.name(), form.instant("at"), form.text("note"), actor);
    }
}
