package org.plazo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.junit.jupiter.api.Test;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Reads every setting back from the running engine: a key with a typing error would be ignored silently. */
@PlazoIT
class EngineSettingsIT {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private CamundaBpmProperties properties;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("applicationTaskExecutor")
    private TaskExecutor applicationTaskExecutor;

    private ProcessEngineConfigurationImpl settings() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Test
    void timersRetriesAndHistory() {
        assertThat(settings().isJobExecutorAcquireByDueDate()).isTrue();
        assertThat(settings().isEnsureJobDueDateNotNull()).isTrue();
        assertThat(settings().getFailedJobRetryTimeCycle()).isEqualTo("PT1M,PT5M,PT30M,PT2H");
        assertThat(settings().getHistoryTimeToLive()).isEqualTo("P3650D");
        assertThat(settings().isEnforceHistoryTimeToLive()).isTrue();
        assertThat(settings().getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
        assertThat(settings().getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
        assertThat(settings().isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(settings().getDefaultSerializationFormat()).isEqualTo("application/json");
    }

    @Test
    void theJobExecutor() {
        JobExecutionProperty jobs = properties.getJobExecution();
        assertThat(jobs.getCorePoolSize()).isEqualTo(2);
        assertThat(jobs.getMaxPoolSize()).isEqualTo(2);
        assertThat(jobs.getQueueCapacity()).isEqualTo(500);
        assertThat(jobs.getMaxJobsPerAcquisition()).isEqualTo(500);
        assertThat(jobs.getWaitTimeInMillis()).isEqualTo(1_000);
        assertThat(jobs.getMaxWait()).isEqualTo(5_000);
        assertThat(jobs.getLockTimeInMillis()).isEqualTo(60_000);
        assertThat(jobs.getBackoffTimeInMillis()).isEqualTo(50);
        assertThat(jobs.getMaxBackoff()).isEqualTo(1_000);
        assertThat(properties.isAutoDeploymentEnabled()).isFalse();
    }

    @Test
    void authorizationAndPasswords() {
        assertThat(settings().isAuthorizationEnabled()).isTrue();
        assertThat(settings().isAuthorizationEnabledForCustomCode()).isFalse();
        assertThat(settings().getResourceAuthorizationProvider()).isInstanceOf(GrantsOnDefinitions.class);
        assertThat(settings().getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
        assertThat(settings().isEnablePasswordPolicy()).isTrue();
        assertThat(settings().getPasswordPolicy()).isNotNull();
        assertThat(settings().getPasswordEncryptor()).isInstanceOf(BcryptPasswords.class);
    }

    @Test
    void whatIsOff() {
        assertThat(settings().isCmmnEnabled()).isFalse();
        assertThat(settings().isStandaloneTasksEnabled()).isFalse();
        assertThat(settings().isJavaSerializationFormatEnabled()).isFalse();
        assertThat(settings().isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(settings().isEnableXxeProcessing()).isFalse();
        assertThat(settings().isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings().isEnableScriptEngineLoadExternalResources()).isFalse();
        for (String language : List.of("juel", "feel", "javascript", "groovy")) {
            assertThat(settings().getScriptEngineResolver().getScriptEngine(language, false))
                    .isNull();
        }
        assertThat(settings().getQueryMaxResultsLimit()).isEqualTo(2_000);
        assertThat(settings().getBeans()).isInstanceOf(ProcessBeans.class);
        assertThat(settings().getExpressionManager()).isInstanceOf(GuardedExpressions.class);
    }

    @Test
    void springHasAPoolOfItsOwnBesideTheEngines() {
        assertThat(applicationTaskExecutor).isInstanceOf(ThreadPoolTaskExecutor.class);
        assertThat(((ThreadPoolTaskExecutor) applicationTaskExecutor).getThreadNamePrefix())
                .doesNotContain("camunda");
    }

    @Test
    void keepsHistoryButNoValuesOfVariables() {
        assertThat(settings().getHistoryLevel().getName()).isEqualTo("plazo");
        deploy("HistoryProcess");
        String instance = runtime.startProcessInstanceByKey("HistoryProcess", Map.of("note", "canary-in-history"))
                .getId();
        Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        runtime.setVariable(instance, "note", "canary-changed");
        tasks.complete(task.getId(), Map.of("outcome", "canary-outcome"));

        assertThat(history.createHistoricTaskInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isOne();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isEqualTo(3);
        for (String table : List.of("ACT_HI_VARINST", "ACT_HI_DETAIL")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where PROC_INST_ID_ = ?")
                            .param(instance)
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void writesNoGrantPerTask() {
        deploy("GrantProcess");
        String instance = runtime.startProcessInstanceByKey("GrantProcess").getId();
        Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        assertThat(task.getAssignee()).isEqualTo("handler");
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .resourceId(task.getId())
                        .count())
                .isZero();
        runtime.deleteProcessInstance(instance, "test over");
    }

    @Test
    void storesPasswordsAsBcryptAndChecksThem() {
        User user = identity.newUser("bcryptuser");
        user.setPassword("a Long pass-phrase 1");
        identity.saveUser(user);
        try {
            assertThat(jdbc.sql("select PWD_ from ACT_ID_USER where ID_ = 'bcryptuser'")
                            .query(String.class)
                            .single())
                    .startsWith("{bcrypt}$2a$");
            assertThat(identity.checkPassword("bcryptuser", "a Long pass-phrase 1"))
                    .isTrue();
            assertThat(identity.checkPassword("bcryptuser", "a Long pass-phrase 2"))
                    .isFalse();
        } finally {
            identity.deleteUser("bcryptuser");
        }
    }

    @Test
    void refusesAWeakPasswordAndOneThatBcryptWouldCut() {
        User user = identity.newUser("weakuser");
        user.setPassword("short");
        assertThatThrownBy(() -> identity.saveUser(user)).hasMessageContaining("policy");
        User longUser = identity.newUser("longuser");
        longUser.setPassword("Aa1!" + "x".repeat(72));
        assertThatThrownBy(() -> identity.saveUser(longUser)).isInstanceOf(RuntimeException.class);
        assertThat(identity.createUserQuery().userIdIn("weakuser", "longuser").count())
                .isZero();
    }

    @Test
    void hasTheIndexesThatTheEngineLacks() {
        assertThat(jdbc.sql(
                                "select lower(INDEX_NAME) from INFORMATION_SCHEMA.INDEXES where lower(INDEX_NAME) like 'plazo_%'")
                        .query(String.class)
                        .list())
                .contains("plazo_job_due_date", "plazo_task_listed");
    }

    private void deploy(String id) {
        repository
                .createDeployment()
                .name(id)
                .addString(
                        id + ".bpmn",
                        Diagrams.around(
                                id,
                                "<bpmn:userTask id='Step' camunda:assignee='handler' camunda:candidateGroups='reviewer'/>"))
                .deploy();
    }
}
