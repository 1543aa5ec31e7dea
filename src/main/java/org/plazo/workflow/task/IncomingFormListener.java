package org.plazo.workflow.task;

import org.plazo.request.IncomingCommands;
import org.plazo.request.RequestCommands;
import org.plazo.security.Actor;

/** A {@link FormListener} for the commands that only incoming requests have. */
abstract class IncomingFormListener extends FormListener {

    private final TaskDesk desk;

    IncomingFormListener(TaskDesk desk) {
        super(desk);
        this.desk = desk;
    }

    @Override
    final void run(String reference, TypedForm form, RequestCommands commands, Actor actor, Routing routing) {
        run(reference, form, desk.incoming(), actor, routing);
    }

    abstract void run(String reference, TypedForm form, IncomingCommands commands, Actor actor, Routing routing);
}
