package org.plazo.workflow.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.plazo.request.IncomingCommands;
import org.plazo.security.Actor;

/** The same as {@link FormListener} for the commands that only incoming requests have. */
abstract class IncomingFormListener implements TaskListener {

    private final TaskDesk desk;

    IncomingFormListener(TaskDesk desk) {
        this.desk = desk;
    }

    @Override
    public final void notify(DelegateTask task) {
        String reference = task.getExecution().getProcessBusinessKey();
        TypedForm form = desk.form(task);
        desk.take(
                task,
                reference,
                () -> run(reference, form, desk.incoming(), desk.actor(), new Routing(task.getExecution())));
    }

    abstract void run(String reference, TypedForm form, IncomingCommands commands, Actor actor, Routing routing);
}
