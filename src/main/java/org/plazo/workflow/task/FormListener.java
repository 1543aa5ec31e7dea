package org.plazo.workflow.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.plazo.request.RequestCommands;
import org.plazo.security.Actor;

/** Listens to a task's completion: the form's command is run in the transaction that completes the task. */
abstract class FormListener implements TaskListener {

    private final TaskDesk desk;

    FormListener(TaskDesk desk) {
        this.desk = desk;
    }

    @Override
    public final void notify(DelegateTask task) {
        String reference = task.getExecution().getProcessBusinessKey();
        TypedForm form = desk.form(task);
        desk.take(
                task,
                reference,
                () -> run(reference, form, desk.commands(), desk.actor(), new Routing(task.getExecution())));
    }

    abstract void run(String reference, TypedForm form, RequestCommands commands, Actor actor, Routing routing);
}
