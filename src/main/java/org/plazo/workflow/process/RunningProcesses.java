package org.plazo.workflow.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Direction;
import org.plazo.request.RequestSummary;
import org.plazo.security.Role;
import org.plazo.workflow.engine.EngineCalls;
import org.springframework.stereotype.Component;

/** The running processes of requests, found by our reference. */
@Component
class RunningProcesses {

    /** A timer that is due again and again is left to the job executor. */
    private static final int MOST_ROUNDS = 5;

    private static final String BY_BUSINESS_KEY =
            """
            select E.* from ACT_RU_EXECUTION E inner join ACT_RE_PROCDEF P on P.ID_ = E.PROC_DEF_ID_
             where E.BUSINESS_KEY_ = #{reference} and P.KEY_ in (%s)""".formatted(Stream.of(Names.processes()).collect(Collectors.joining("', '", "'", "'")));

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final EngineCalls engine;
    private final RequestVariables variables;

    RunningProcesses(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService jobs,
            EngineCalls engine,
            RequestVariables variables) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.engine = engine;
        this.variables = variables;
    }

    /**
     * By a statement of ours: the engine's own query says besides that a process has no parent, and H2 then reads all
     * processes there are, because it takes that for the rarer thing.
     */
    Optional<ProcessInstance> find(String reference) {
        return engine.withoutAuthorization(() -> Optional.ofNullable(runtime.createNativeProcessInstanceQuery()
                .sql(BY_BUSINESS_KEY)
                .parameter("reference", reference)
                .singleResult()));
    }

    /** @param activities where it starts; none: at the start event */
    void start(String reference, String... activities) {
        RequestSummary request = variables.request(reference);
        Turn.COMMAND.take(() -> engine.withoutAuthorization(() -> {
            ProcessInstantiationBuilder start = runtime.createProcessInstanceByKey(Names.process(request.direction()))
                    .businessKey(reference)
                    .setVariables(variables.of(request));
            for (String activity : activities) {
                start.startBeforeActivity(activity);
            }
            start.execute();
        }));
    }

    /** Runs the timers of a process that are due now, and those that become due by them, in the caller's transaction. */
    void runDueTimers(String reference) {
        find(reference)
                .ifPresent(process -> engine.withoutAuthorization(() -> {
                    JobQuery due = jobs.createJobQuery()
                            .processInstanceId(process.getId())
                            .timers()
                            .executable();
                    List<Job> found = due.list();
                    for (int round = 0; round < MOST_ROUNDS && !found.isEmpty(); round++) {
                        found.forEach(job -> jobs.executeJob(job.getId()));
                        found = due.list();
                    }
                }));
    }

    /** @throws StepNotFound if the process does not stand there */
    void complete(String reference, String step, Map<String, Object> routing) {
        Turn.COMMAND.take(() -> engine.withoutAuthorization(() -> {
            Task task = query(reference).taskDefinitionKey(step).singleResult();
            if (task == null) {
                throw new StepNotFound(reference, step);
            }
            tasks.complete(task.getId(), routing);
        }));
    }

    /** Completes the open tasks for these measures; one that has no open task needs none. */
    void completeMeasures(String reference, Set<Integer> measures) {
        Turn.COMMAND.take(() -> engine.withoutAuthorization(
                () -> query(reference).taskDefinitionKey(Names.EXECUTE_MEASURE).list().stream()
                        .filter(task -> measures.contains(MeasureTasks.measureOf(task.getName())))
                        .forEach(task -> tasks.complete(task.getId()))));
    }

    /** A process that began with an older diagram may not have the step. */
    void completeIfOpen(String reference, String step) {
        Turn.COMMAND.take(() -> engine.withoutAuthorization(
                () -> query(reference).taskDefinitionKey(step).list().forEach(task -> tasks.complete(task.getId()))));
    }

    Direction direction(String reference) {
        return variables.request(reference).direction();
    }

    boolean isOpen(String reference, String step) {
        return engine.withoutAuthorization(
                        () -> query(reference).taskDefinitionKey(step).count())
                > 0;
    }

    /** Without effect if nothing in the process waits for the message. */
    void send(String reference, String message) {
        find(reference)
                .ifPresent(process -> Turn.COMMAND.take(
                        () -> engine.withoutAuthorization(() -> runtime.createMessageCorrelation(message)
                                .processInstanceId(process.getId())
                                .correlateAll())));
    }

    /**
     * Gives the open tasks of one handler to another; those that nobody in particular has, if nobody was the handler. What
     * somebody else has taken on stays with him, and what an agency executes stays with the agency.
     */
    void handOver(String reference, @Nullable String from, String to) {
        engine.withoutAuthorization(() -> {
            TaskQuery query = query(reference);
            TaskQuery theirs = from == null
                    ? query.taskUnassigned().taskCandidateGroup(Role.HANDLER.group())
                    : query.taskAssignee(from);
            theirs.list().stream()
                    .filter(task -> from != null || !Names.EXECUTE_MEASURE.equals(task.getTaskDefinitionKey()))
                    .forEach(task -> tasks.setAssignee(task.getId(), to));
        });
    }

    private TaskQuery query(String reference) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference).processDefinitionKeyIn(Names.processes());
    }

    /** Reads again what the process carries of its request. */
    void refresh(String reference) {
        find(reference)
                .ifPresent(process -> engine.withoutAuthorization(
                        () -> runtime.setVariables(process.getId(), variables.of(reference))));
    }
}
