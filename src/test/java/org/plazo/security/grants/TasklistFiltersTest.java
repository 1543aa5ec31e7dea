package org.plazo.security.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The filters on an engine of their own, so that due dates and priorities can be set by hand. */
class TasklistFiltersTest {

    private static ProcessEngine engine;
    private static TasklistFilters filters;

    @BeforeAll
    static void startEngine() {
        engine = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
                .setJobExecutorActivate(false)
                .setAuthorizationEnabled(true)
                .buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "outgoing-request.bpmn",
                        Bpmn.createExecutableProcess("outgoing-request")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("FollowUp")
                                .camundaCandidateGroups("handler")
                                .endEvent()
                                .done())
                .deploy();
        EngineGrants grants = new EngineGrants(engine.getAuthorizationService());
        filters = new TasklistFilters(engine.getFilterService(), engine.getTaskService(), grants);
        grants.make();
        filters.make();
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
    }

    @AfterEach
    void endInstances() {
        engine.getIdentityService().clearAuthentication();
        engine.getRuntimeService().createProcessInstanceQuery().list().forEach(instance -> engine.getRuntimeService()
                .deleteProcessInstance(instance.getId(), "test"));
    }

    @Test
    void areMadeOnceHoweverOftenItStarts() {
        long before = engine.getFilterService().createFilterQuery().count();
        filters.make();
        assertThat(engine.getFilterService().createFilterQuery().count())
                .isEqualTo(before)
                .isEqualTo(5);
        assertThat(engine.getAuthorizationService().createAuthorizationQuery().count())
                .as("grants too")
                .isEqualTo(grantsAfterAnotherStart());
    }

    @Test
    void showFiveColumnsAtMost() {
        for (Filter filter : engine.getFilterService().createFilterQuery().list()) {
            assertThat((List<?>) filter.getProperties().get("variables")).hasSizeLessThanOrEqualTo(5);
            assertThat(filter.getProperties()).containsKeys("color", "priority", "refresh");
        }
    }

    @Test
    void showMyTasksAndThoseNobodyTook() {
        Task taken = task(30, null);
        engine.getTaskService().setAssignee(taken.getId(), "ana");
        Task free = task(30, null);
        assertThat(ids("My tasks")).containsExactly(taken.getId());
        assertThat(ids("My groups")).containsExactly(free.getId());
    }

    @Test
    void tellOverdueFromDueSoon() {
        Instant now = new Date().toInstant();
        Task late = task(30, now.minus(Duration.ofMinutes(1)));
        Task soon = task(30, now.plus(Duration.ofDays(6)));
        task(30, now.plus(Duration.ofDays(8)));
        task(30, null);
        assertThat(ids("Overdue")).containsExactly(late.getId());
        assertThat(ids("Due within")).containsExactly(soon.getId());
    }

    /** A routine request of which the manager was told is escalated; an emergency about which its handler was told is not. */
    @Test
    void tellEscalatedFromUrgent() {
        Task routine = task(160, null);
        task(90, null);
        task(100, null);
        Task emergency = task(200, null);
        assertThat(ids("Escalated")).containsExactlyInAnyOrder(routine.getId(), emergency.getId());
    }

    private static Task task(int priority, Instant due) {
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey("outgoing-request")
                .getId();
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
        task.setPriority(priority);
        task.setDueDate(due == null ? null : Date.from(due));
        engine.getTaskService().saveTask(task);
        return task;
    }

    /** What a handler called ana finds. */
    private static List<String> ids(String name) {
        engine.getIdentityService().setAuthentication("ana", List.of("handler"));
        Filter filter = engine.getFilterService()
                .createFilterQuery()
                .filterNameLike("%" + name + "%")
                .singleResult();
        List<Task> found = engine.getFilterService().list(filter.getId());
        engine.getIdentityService().clearAuthentication();
        return found.stream().map(Task::getId).toList();
    }

    private static long grantsAfterAnotherStart() {
        new EngineGrants(engine.getAuthorizationService()).make();
        filters.make();
        return engine.getAuthorizationService().createAuthorizationQuery().count();
    }
}
