package org.plazo.workflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.plazo.request.DeadlineKind;
import org.plazo.workflow.ProcessBean;
import org.plazo.workflow.escalation.Escalation;
import org.plazo.workflow.policy.OutwardAction;

@ProcessBean
class EscalateResponseDelegate extends EscalationDelegate {

    EscalateResponseDelegate(Escalation escalation, TaskDates taskDates) {
        super(DeadlineKind.RESPONSE, escalation, taskDates);
    }

    /** The variable belongs to the scope of the wait: a diagram that asks for outward steps declares it there. */
    @Override
    void route(DelegateExecution execution, OutwardAction outward) {
        if (execution.hasVariable(Names.OUTWARD_ACTION)) {
            execution.setVariable(Names.OUTWARD_ACTION, outward.name());
        }
    }
}
