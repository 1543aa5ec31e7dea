package org.plazo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.IncomingCommands;
import org.plazo.request.RequestCommands;
import org.plazo.request.TurnCommands;
import org.plazo.support.PlazoIT;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A person completes a task in the instant its timer fires: two threads, one of them held inside its transaction. */
@PlazoIT
class ConflictRetryIT {

    /** As in the real process: the handler's task and, beside it, the loop of the clock, in one scope. */
    private static final String PROCESS = Diagrams.definitions("RaceProcess", """
            <bpmn:startEvent id='Started'/>
            <bpmn:sequenceFlow id='f1' sourceRef='Started' targetRef='Wait'/>
            <bpmn:subProcess id='Wait'>
              <bpmn:startEvent id='WaitStarted'/>
              <bpmn:sequenceFlow id='f2' sourceRef='WaitStarted' targetRef='Fork'/>
              <bpmn:parallelGateway id='Fork'/>
              <bpmn:sequenceFlow id='f3' sourceRef='Fork' targetRef='Step'/>
              <bpmn:sequenceFlow id='f4' sourceRef='Fork' targetRef='NextStepDue'/>
              <bpmn:userTask id='Step'><bpmn:extensionElements>
                <camunda:taskListener event='complete' delegateExpression='${raceBean}'/>
              </bpmn:extensionElements></bpmn:userTask>
              <bpmn:sequenceFlow id='f5' sourceRef='Step' targetRef='Done'/>
              <bpmn:endEvent id='Done'><bpmn:terminateEventDefinition/></bpmn:endEvent>
              <bpmn:intermediateCatchEvent id='NextStepDue'><bpmn:timerEventDefinition>
                <bpmn:timeDate>${raceBean.nextStep(execution)}</bpmn:timeDate>
              </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
              <bpmn:sequenceFlow id='f6' sourceRef='NextStepDue' targetRef='Escalate'/>
              <bpmn:serviceTask id='Escalate' camunda:delegateExpression='${raceBean}'/>
              <bpmn:sequenceFlow id='f7' sourceRef='Escalate' targetRef='NextStepDue'/>
            </bpmn:subProcess>
            <bpmn:sequenceFlow id='f8' sourceRef='Wait' targetRef='Ended'/>
            <bpmn:endEvent id='Ended'/>
            """);

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private HistoryService history;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private TurnCommands turns;

    @Autowired
    private IncomingCommands incoming;

    private String instance = "";
    private String task = "";
    private String timer = "";

    @BeforeEach
    void startAProcess() {
        repository
                .createDeployment()
                .name("race")
                .enableDuplicateFiltering(true)
                .addString("Race.bpmn", PROCESS)
                .deploy();
        RaceBean.arm();
        instance = runtime.startProcessInstanceByKey("RaceProcess").getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        timer = jobs.createJobQuery().processInstanceId(instance).singleResult().getId();
    }

    @AfterEach
    void endIt() {
        RaceBean.inside = null;
        RaceBean.timerFired = null;
        if (runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0) {
            runtime.deleteProcessInstance(instance, "test over");
        }
    }

    @Test
    void aCompletionThatLosesAgainstATimerIsDoneAgain() throws Exception {
        CompletableFuture<Void> completion =
                CompletableFuture.runAsync(() -> tasks.complete(task, Map.of("outcome", "COMPLETE")));
        fireTheTimerMeanwhile();

        completion.get(20, TimeUnit.SECONDS);

        assertThat(RaceBean.ESCALATIONS).hasValue(1);
        assertThat(RaceBean.COMPLETIONS).hasValueGreaterThan(1);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
        // both sides happened once: one completed task, one escalation, no timer left behind
        assertThat(history.createHistoricTaskInstanceQuery()
                        .processInstanceId(instance)
                        .finished()
                        .count())
                .isOne();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId("Escalate")
                        .count())
                .isOne();
        assertThat(jobs.createJobQuery().processInstanceId(instance).count()).isZero();
    }

    @Test
    void insideATransactionOfSomebodyElseNothingIsDoneAgain() throws Exception {
        CompletableFuture<Void> completion = CompletableFuture.runAsync(
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> tasks.complete(task)));
        fireTheTimerMeanwhile();

        assertThatThrownBy(() -> completion.get(20, TimeUnit.SECONDS))
                .rootCause()
                .isInstanceOf(OptimisticLockingException.class);
        assertThat(RaceBean.COMPLETIONS).hasValue(1);
        Task stillThere = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        assertThat(stillThere.getId()).isEqualTo(task);
    }

    @Test
    void aSecondCompletionOfTheSameTaskFailsAndIsNotTriedForEver() {
        RaceBean.timerFired = null;
        tasks.complete(task);
        assertThatThrownBy(() -> tasks.complete(task)).hasMessageContaining(task);
    }

    @Test
    void commandsOfTheDomainAreWrappedOutsideTheirTransaction() {
        for (Object each : List.of(commands, turns, incoming)) {
            assertThat(each).isInstanceOf(Advised.class);
            Advised advised = (Advised) each;
            assertThat(advised.getAdvisors()[0]).isInstanceOf(CommandRetryAdvisor.class);
            assertThatCode(() -> advised.getTargetSource().getTarget()).doesNotThrowAnyException();
        }
    }

    private void fireTheTimerMeanwhile() throws InterruptedException {
        assertThat(Objects.requireNonNull(RaceBean.inside).await(20, TimeUnit.SECONDS))
                .isTrue();
        jobs.executeJob(timer);
        Objects.requireNonNull(RaceBean.timerFired).countDown();
    }
}
