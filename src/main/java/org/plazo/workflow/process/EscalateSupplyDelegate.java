package org.plazo.workflow.process;

import org.plazo.request.DeadlineKind;
import org.plazo.workflow.ProcessBean;
import org.plazo.workflow.escalation.Escalation;

@ProcessBean
class EscalateSupplyDelegate extends EscalationDelegate {

    EscalateSupplyDelegate(Escalation escalation, TaskDates taskDates) {
        super(DeadlineKind.SUPPLY, escalation, taskDates);
    }
}
