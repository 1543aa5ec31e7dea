package org.plazo.workflow.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.plazo.workflow.TaskUpdateRule;
import org.springframework.stereotype.Component;

/** Nobody is given, or takes, a task of a request that he may not see: he would not find it. */
@Component
class AssigneeMayKnow implements TaskUpdateRule {

    private final MayKnow mayKnow;

    AssigneeMayKnow(MayKnow mayKnow) {
        this.mayKnow = mayKnow;
    }

    @Override
    public void check(DelegateTask task) {
        String assignee = task.getAssignee();
        if (assignee == null || Turn.CLOCK.isCurrent() || task.getExecution() == null) {
            return;
        }
        if (!mayKnow.test(assignee, task.getExecution().getProcessBusinessKey())) {
            throw new AssigneeMayNotKnow(assignee);
        }
    }
}
