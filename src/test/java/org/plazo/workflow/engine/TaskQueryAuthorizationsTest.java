package org.plazo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two processes with a task each, on an engine of their own. */
class TaskQueryAuthorizationsTest {

    private static final Resources PROCESS = Resources.PROCESS_DEFINITION;

    private static ProcessEngine engine;

    private final List<Authorization> made = new ArrayList<>();

    @BeforeAll
    static void startEngine() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        configuration.setJobExecutorActivate(false);
        configuration.setAuthorizationEnabled(true);
        configuration.setCmmnEnabled(false);
        configuration.setStandaloneTasksEnabled(false);
        configuration.setCustomSessionFactories(List.of(TaskQueryAuthorizations.factory()));
        engine = configuration.buildProcessEngine();
        start("first", null);
        start("second", null);
    }

    private static void start(String key, String tenant) {
        engine.getRepositoryService()
                .createDeployment()
                .tenantId(tenant)
                .addModelInstance(
                        key + ".bpmn",
                        Bpmn.createExecutableProcess(key)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("task")
                                .endEvent()
                                .done())
                .deploy();
        var definition =
                engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(key);
        engine.getRuntimeService()
                .startProcessInstanceById(definition.singleResult().getId());
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
    }

    @AfterEach
    void forget() {
        engine.getIdentityService().clearAuthentication();
        made.forEach(each -> engine.getAuthorizationService().deleteAuthorization(each.getId()));
    }

    @Test
    void doesNotJoinAuthorizationsForWhoReadsTheTasksOfEveryProcess() {
        grant(PROCESS, "first", Permissions.READ_TASK);
        grant(PROCESS, "second", Permissions.READ_TASK);
        TaskQuery query = asAna();
        assertThat(keys(query)).containsExactly("first", "second");
        assertThat(query.count()).isEqualTo(2);
        assertThat(joinsAuthorizations(query)).isFalse();
    }

    @Test
    void doesNotJoinThemForWhoReadsWhateverIsDeployed() {
        grant(PROCESS, Authorization.ANY, Permissions.READ_TASK);
        TaskQuery query = asAna();
        assertThat(keys(query)).containsExactly("first", "second");
        assertThat(joinsAuthorizations(query)).isFalse();
    }

    @Test
    void leavesOutTheTasksOfAProcessThatOneMayNotRead() {
        grant(PROCESS, "first", Permissions.READ_TASK);
        grant(PROCESS, "second", Permissions.READ);
        TaskQuery query = asAna();
        assertThat(keys(query)).containsExactly("first");
        assertThat(query.count()).isEqualTo(1);
        assertThat(joinsAuthorizations(query)).isTrue();
    }

    @Test
    void showsNothingToWhoMayReadNothing() {
        TaskQuery query = asAna();
        assertThat(keys(query)).isEmpty();
        assertThat(query.count()).isZero();
    }

    @Test
    void showsASingleTaskOfAnotherProcess() {
        String other = engine.getTaskService()
                .createTaskQuery()
                .processDefinitionKey("second")
                .singleResult()
                .getId();
        grant(PROCESS, "first", Permissions.READ_TASK);
        grant(Resources.TASK, other, Permissions.READ);
        assertThat(keys(asAna())).containsExactly("first", "second");
    }

    @Test
    void leavesOutWhatIsRevoked() {
        grant(PROCESS, Authorization.ANY, Permissions.READ_TASK);
        Authorization revoked = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        revoked.setUserId("ana");
        revoked.setResource(PROCESS);
        revoked.setResourceId("second");
        revoked.removePermission(Permissions.READ_TASK);
        made.add(engine.getAuthorizationService().saveAuthorization(revoked));
        TaskQuery query = asAna();
        assertThat(keys(query)).containsExactly("first");
        assertThat(query.count()).isEqualTo(1);
    }

    /** A process that is deployed later is nobody's until somebody is granted it. */
    @Test
    void leavesOutTheTasksOfANewProcess() {
        grant(PROCESS, "first", Permissions.READ_TASK);
        grant(PROCESS, "second", Permissions.READ_TASK);
        start("third", null);
        try {
            assertThat(keys(asAna())).containsExactly("first", "second");
        } finally {
            engine.getIdentityService().clearAuthentication();
            undeploy("third");
        }
    }

    @Test
    void leavesTheTenantsToTheQuery() {
        grant(PROCESS, Authorization.ANY, Permissions.READ_TASK);
        start("hidden", "access-7");
        try {
            TaskQuery query = asAna();
            assertThat(keys(query)).containsExactly("first", "second");
            assertThat(query.count()).isEqualTo(2);
            assertThat(joinsAuthorizations(query)).isFalse();

            engine.getIdentityService().setAuthentication("ana", List.of("readers"), List.of("access-7"));
            assertThat(keys(engine.getTaskService().createTaskQuery())).containsExactly("first", "hidden", "second");
        } finally {
            engine.getIdentityService().clearAuthentication();
            undeploy("hidden");
        }
    }

    private static void undeploy(String key) {
        String deployment = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .singleResult()
                .getDeploymentId();
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    private void grant(Resource resource, String id, Permission permission) {
        Authorization grant = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId("readers");
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.addPermission(permission);
        made.add(engine.getAuthorizationService().saveAuthorization(grant));
    }

    private static TaskQuery asAna() {
        engine.getIdentityService().setAuthentication("ana", List.of("readers"));
        return engine.getTaskService().createTaskQuery();
    }

    /** Of the processes whose tasks are found. */
    private static List<String> keys(TaskQuery query) {
        return query.list().stream()
                .map(task -> task.getProcessDefinitionId().split(":")[0])
                .sorted()
                .toList();
    }

    private static boolean joinsAuthorizations(TaskQuery query) {
        return ((TaskQueryImpl) query).getAuthCheck().isAuthorizationCheckEnabled();
    }
}
