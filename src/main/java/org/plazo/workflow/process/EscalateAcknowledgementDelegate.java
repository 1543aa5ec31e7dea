package org.plazo.workflow.process;

import org.plazo.request.DeadlineKind;
import org.plazo.workflow.ProcessBean;
import org.plazo.workflow.escalation.Escalation;

@ProcessBean
class EscalateAcknowledgementDelegate extends EscalationDelegate {

    EscalateAcknowledgementDelegate(Escalation escalation, TaskDates taskDates) {
        super(DeadlineKind.ACKNOWLEDGEMENT, escalation, taskDates);
    }
}
