package org.plazo.workflow.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.plazo.request.RequestSummary;
import org.plazo.request.Requests;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.plazo.workflow.ProcessBean;

/**
 * What diagrams say about user tasks: as a listener on creation it sets due date and priority, and the number of the measure
 * that a task is for.
 */
@ProcessBean
public class RequestTasks implements TaskListener {

    private final TaskDates dates;
    private final TaskKinds kinds;
    private final Requests requests;
    private final UserDirectory users;
    private final MayKnow mayKnow;

    RequestTasks(TaskDates dates, TaskKinds kinds, Requests requests, UserDirectory users, MayKnow mayKnow) {
        this.dates = dates;
        this.kinds = kinds;
        this.requests = requests;
        this.users = users;
        this.mayKnow = mayKnow;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskDates.Dates wanted =
                dates.of(task.getExecution().getProcessBusinessKey(), kinds.of(task.getBpmnModelElementInstance()));
        task.setDueDate(wanted.dueDate());
        task.setPriority(wanted.priority());
        task.setName(MeasureTasks.name(task.getName(), task));
    }

    /** User id of the request's handler, if he still is one and may see it; null leaves the task to the group. */
    public @Nullable String handler(DelegateExecution execution) {
        Optional<String> handler =
                requests.find(execution.getProcessBusinessKey()).map(RequestSummary::handler);
        return handler.flatMap(users::find)
                .filter(user -> user.roles().contains(Role.HANDLER))
                .filter(user -> mayKnow.test(user, execution.getProcessBusinessKey()))
                .map(user -> user.id())
                .orElse(null);
    }
}
