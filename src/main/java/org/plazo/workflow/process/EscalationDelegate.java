package org.plazo.workflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.plazo.request.DeadlineKind;
import org.plazo.workflow.escalation.Escalation;
import org.plazo.workflow.policy.OutwardAction;

/** Takes the step that is due and raises the priority of the tasks that wait for the same thing. */
abstract class EscalationDelegate implements JavaDelegate {

    private final DeadlineKind kind;
    private final Escalation escalation;
    private final TaskDates taskDates;

    EscalationDelegate(DeadlineKind kind, Escalation escalation, TaskDates taskDates) {
        this.kind = kind;
        this.escalation = escalation;
        this.taskDates = taskDates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = execution.getProcessBusinessKey();
        OutwardAction outward = escalation.take(reference, kind);
        taskDates.follow(reference, kind);
        route(execution, outward);
    }

    /** Only the response's clock asks for outward steps. */
    void route(DelegateExecution execution, OutwardAction outward) {}
}
