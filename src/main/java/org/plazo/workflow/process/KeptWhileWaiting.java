package org.plazo.workflow.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.plazo.workflow.ProcessBean;

/**
 * A task that comes back after each thing that is entered in it keeps what people have set for themselves: the follow-up
 * date, and who has it. The variables belong to the scope around it: they are declared there in the diagram.
 */
@ProcessBean
class KeptWhileWaiting implements TaskListener {

    private final MayKnow mayKnow;

    KeptWhileWaiting(MayKnow mayKnow) {
        this.mayKnow = mayKnow;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getEventName().equals(EVENTNAME_COMPLETE)) {
            task.setVariable(Names.KEPT_FOLLOW_UP_DATE, task.getFollowUpDate());
            task.setVariable(Names.KEPT_ASSIGNEE, task.getAssignee());
            return;
        }
        if (task.getVariable(Names.KEPT_FOLLOW_UP_DATE) instanceof Date date) {
            task.setFollowUpDate(date);
        }
        if (task.getVariable(Names.KEPT_ASSIGNEE) instanceof String assignee
                && mayKnow.test(assignee, task.getExecution().getProcessBusinessKey())) {
            task.setAssignee(assignee);
        }
    }
}
