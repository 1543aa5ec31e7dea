package org.plazo.workflow.process;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.plazo.request.RequestEvent.AccessChanged;
import org.plazo.workflow.engine.EngineCalls;
import org.plazo.workflow.engine.TenantRows;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the process follow when other people than before may see its request: the engine hides it from those who may not,
 * and a task of somebody who may not any more goes back to the group.
 */
@Component
class AccessFollower {

    private final TaskService tasks;
    private final EngineCalls engine;
    private final MayKnow mayKnow;
    private final TenantRows tenants;

    AccessFollower(TaskService tasks, EngineCalls engine, MayKnow mayKnow, TenantRows tenants) {
        this.tasks = tasks;
        this.engine = engine;
        this.mayKnow = mayKnow;
        this.tenants = tenants;
    }

    @EventListener
    public void on(AccessChanged event) {
        follow(event.reference());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(String reference) {
        engine.withoutAuthorization(() -> {
            for (Task task : tasks.createTaskQuery()
                    .processInstanceBusinessKey(reference)
                    .taskAssigned()
                    .list()) {
                if (!mayKnow.test(task.getAssignee(), reference)) {
                    tasks.setAssignee(task.getId(), null);
                }
            }
        });
        tenants.follow(reference);
    }
}
