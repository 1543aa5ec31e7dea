package org.plazo.workflow.process;

import org.plazo.request.DeadlineKind;
import org.plazo.workflow.ProcessBean;
import org.plazo.workflow.escalation.Escalation;

@ProcessBean
class EscalateAdmissibilityDelegate extends EscalationDelegate {

    EscalateAdmissibilityDelegate(Escalation escalation, TaskDates taskDates) {
        super(DeadlineKind.ADMISSIBILITY, escalation, taskDates);
    }
}
