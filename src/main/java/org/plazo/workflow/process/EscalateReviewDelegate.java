package org.plazo.workflow.process;

import org.plazo.request.DeadlineKind;
import org.plazo.workflow.ProcessBean;
import org.plazo.workflow.escalation.Escalation;

@ProcessBean
class EscalateReviewDelegate extends EscalationDelegate {

    EscalateReviewDelegate(Escalation escalation, TaskDates taskDates) {
        super(DeadlineKind.REVIEW, escalation, taskDates);
    }
}
