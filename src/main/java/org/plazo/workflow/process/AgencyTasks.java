package org.plazo.workflow.process;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.plazo.request.Authority;
import org.plazo.request.Requests;
import org.plazo.security.UserDirectory;
import org.plazo.workflow.ProcessBean;
import org.plazo.workflow.engine.EngineCalls;

/** Whose task the execution of a measure is, beside the handlers': the group of the agency that has the request. */
@ProcessBean
public class AgencyTasks {

    private final Requests requests;
    private final UserDirectory users;
    private final TaskService tasks;
    private final EngineCalls engine;

    AgencyTasks(Requests requests, UserDirectory users, TaskService tasks, EngineCalls engine) {
        this.requests = requests;
        this.users = users;
        this.tasks = tasks;
        this.engine = engine;
    }

    /** The id of its group. */
    public String group(DelegateExecution execution) {
        return requests.find(execution.getProcessBusinessKey())
                .map(request -> Authority.groupOf(request.agency()))
                .orElseThrow();
    }

    /** Gives the open execution tasks to another agency: a person of the old one gives his back. */
    void handOver(String reference, String agency) {
        String group = Authority.groupOf(agency);
        engine.withoutAuthorization(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey(Names.INCOMING_PROCESS)
                .taskDefinitionKey(Names.EXECUTE_MEASURE)
                .list()
                .forEach(task -> handOver(task, group)));
    }

    private void handOver(Task task, String group) {
        Set<String> before = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(id -> id != null && id.startsWith(Authority.GROUPS) && !id.equals(group))
                .collect(Collectors.toSet());
        before.forEach(id -> tasks.deleteCandidateGroup(task.getId(), id));
        tasks.addCandidateGroup(task.getId(), group);
        if (task.getAssignee() != null
                && belongsTo(task.getAssignee(), before)
                && !belongsTo(task.getAssignee(), Set.of(group))) {
            tasks.setAssignee(task.getId(), null);
        }
    }

    private boolean belongsTo(String userId, Set<String> groups) {
        return users.find(userId)
                .filter(user -> user.groups().stream().anyMatch(groups::contains))
                .isPresent();
    }
}
