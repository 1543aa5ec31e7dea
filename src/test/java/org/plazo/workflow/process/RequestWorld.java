package org.plazo.workflow.process;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.plazo.request.AdmissibilityDecision;
import org.plazo.request.DeadlineKind;
import org.plazo.request.IncomingCommands;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.NewRequest;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.RequestSummary;
import org.plazo.request.Requests;
import org.plazo.request.Settlement;
import org.plazo.request.Urgency;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.plazo.support.MovableClock;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What process tests do to requests and look at: tasks, timers, steps, notifications. */
@Component
@Lazy
public class RequestWorld {

    public static final Actor HANDLER = new Actor("handler", Set.of(Role.HANDLER));
    public static final Actor REVIEWER = new Actor("reviewer", Set.of(Role.REVIEWER));
    public static final Actor MANAGER = new Actor("manager", Set.of(Role.MANAGER));

    private final RequestCommands commands;
    private final IncomingCommands incoming;
    private final Requests requests;
    private final RequestDeadlines deadlines;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final HistoryService history;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    RequestWorld(
            RequestCommands commands,
            IncomingCommands incoming,
            Requests requests,
            RequestDeadlines deadlines,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService jobs,
            HistoryService history,
            JdbcClient jdbc,
            MovableClock clock) {
        this.commands = commands;
        this.incoming = incoming;
        this.requests = requests;
        this.deadlines = deadlines;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public static NewRequest draft(Urgency urgency) {
        return new NewRequest(
                "INFORMATION",
                "MININT",
                "DOJ",
                "MOU_2017",
                "DRUGS",
                "Consulta de prueba",
                null,
                null,
                List.of("Registro de un contenedor"),
                urgency,
                urgency == Urgency.ROUTINE ? null : "Riesgo de fuga",
                null,
                null,
                null,
                null,
                null);
    }

    public String submitted(Urgency urgency) {
        String reference = commands.create(draft(urgency), HANDLER);
        commands.submit(reference, HANDLER);
        return reference;
    }

    /** What the other side asks of one of our agencies, with as many measures. */
    public static NewRequest asked(String agency, Urgency urgency, int measures) {
        return new NewRequest(
                "EVIDENCE",
                "DOJ",
                agency,
                "UNTOC",
                "CYBERCRIME",
                "Consulta de la otra parte",
                null,
                null,
                IntStream.rangeClosed(1, measures)
                        .mapToObj(n -> "Copia número " + n)
                        .toList(),
                urgency,
                urgency == Urgency.ROUTINE ? null : "Riesgo de fuga",
                null,
                null,
                null,
                null,
                null);
    }

    public String received(Urgency urgency, int measures) {
        return received("FGR", urgency, measures);
    }

    public String received(String agency, Urgency urgency, int measures) {
        return incoming.receive(asked(agency, urgency, measures), null, "DIPLOMATIC_NOTE", HANDLER);
    }

    public String registered(Urgency urgency, int measures) {
        String reference = received(urgency, measures);
        incoming.register(reference, null, HANDLER);
        return reference;
    }

    public String admitted(Urgency urgency, int measures) {
        String reference = registered(urgency, measures);
        incoming.decideAdmissibility(reference, AdmissibilityDecision.admissible(), null, HANDLER);
        return reference;
    }

    /** Assigned to the customs. */
    public String inExecution(Urgency urgency, int measures) {
        String reference = admitted(urgency, measures);
        incoming.assignAgency(reference, "AGR", null, HANDLER);
        return reference;
    }

    public String executed(Urgency urgency) {
        String reference = inExecution(urgency, 1);
        incoming.recordExecution(reference, Map.of(1, Settlement.of(MeasureOutcome.EXECUTED)), HANDLER);
        return reference;
    }

    public String drafted(Urgency urgency) {
        String reference = executed(urgency);
        incoming.submitResponse(reference, null, HANDLER);
        return reference;
    }

    public String cleared(Urgency urgency) {
        String reference = drafted(urgency);
        incoming.clear(reference, true, null, MANAGER);
        return reference;
    }

    public String approved(Urgency urgency) {
        String reference = submitted(urgency);
        commands.review(reference, true, null, REVIEWER);
        return reference;
    }

    public String dispatched(Urgency urgency) {
        String reference = approved(urgency);
        commands.dispatch(reference, null, "DIPLOMATIC_NOTE", HANDLER);
        return reference;
    }

    public RequestSummary request(String reference) {
        return requests.find(reference).orElseThrow();
    }

    public RequestDeadline deadline(String reference, DeadlineKind kind) {
        return deadlines.find(request(reference).id(), kind).orElseThrow();
    }

    /** Ids of the open user tasks, in alphabetical order. */
    public List<String> openTasks(String reference) {
        return taskQuery(reference).stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    public Task task(String reference, String step) {
        return taskQuery(reference).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private List<Task> taskQuery(String reference) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference).list();
    }

    public ProcessInstance process(String reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .singleResult();
    }

    /** The live timers with their due instants; a step with two timers fails. */
    public Map<String, Instant> timers(String reference) {
        Map<String, Instant> timers = new TreeMap<>();
        ProcessInstance process = process(reference);
        if (process == null) {
            return timers;
        }
        for (Job job : jobs.createJobQuery().processInstanceId(process.getId()).list()) {
            String activity = jobs.createJobDefinitionQuery()
                    .jobDefinitionId(job.getJobDefinitionId())
                    .singleResult()
                    .getActivityId();
            if (timers.put(activity, job.getDuedate().toInstant()) != null) {
                throw new AssertionError("Two live timers at " + activity);
            }
        }
        return timers;
    }

    /** Sets the clock and runs the jobs of this request that are due then, and those that become due by it. */
    public int at(Instant now, String reference) {
        clock.set(now);
        return runDueJobs(reference);
    }

    public int runDueJobs(String reference) {
        int ran = 0;
        while (process(reference) != null) {
            List<Job> due = jobs.createJobQuery()
                    .processInstanceId(process(reference).getId())
                    .executable()
                    .list();
            if (due.isEmpty()) {
                break;
            }
            jobs.executeJob(due.get(0).getId());
            if (++ran > 20) {
                throw new AssertionError("Timers of " + reference + " do not come to rest");
            }
        }
        return ran;
    }

    /** The same while others change the request too: as the engine does, a job that lost a race is run again. */
    public void runDueJobsAmongOthers(String reference) {
        for (int attempt = 0; attempt < 50; attempt++) {
            try {
                runDueJobs(reference);
                return;
            } catch (OptimisticLockingException | ConcurrencyFailureException lost) {
                LockSupport.parkNanos(1_000_000);
            }
        }
        throw new AssertionError("The timers of " + reference + " lose every race");
    }

    /** {@code KIND.STEP} of every step taken, in order; a skipped one in brackets. */
    public List<String> steps(String reference) {
        return jdbc.sql("""
                        select kind, step, taken from escalation_step where request_id = :id
                        order by decided_at, taken, level_no
                        """)
                .param("id", request(reference).id())
                .query((row, index) -> {
                    String step = row.getString("kind") + "." + row.getString("step");
                    return row.getBoolean("taken") ? step : "(" + step + ")";
                })
                .list();
    }

    /** {@code KIND.STEP.GENERATION to RECIPIENT}, in order of writing. */
    public List<String> told(String reference) {
        return jdbc.sql("select kind, step, generation, recipient from notification where request_id = :id order by id")
                .param("id", request(reference).id())
                .query((row, index) -> row.getString("kind") + "." + row.getString("step") + "."
                        + row.getInt("generation") + " to " + row.getString("recipient"))
                .list();
    }

    /** How often something stands in the ledger. */
    public long ledger(String reference, String action) {
        return jdbc.sql("select count(*) from ledger_event where request_id = :id and action = :action")
                .param("id", request(reference).id())
                .param("action", action)
                .query(Long.class)
                .single();
    }

    public boolean onAgenda(String reference) {
        return !jdbc.sql("select request_id from dialogue_agenda where request_id = :id")
                .param("id", request(reference).id())
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** Ids of the end events that the process reached, in alphabetical order. */
    public List<String> ends(String reference) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .singleResult()
                        .getId())
                .list()
                .stream()
                .filter(activity -> activity.getActivityType().endsWith("EndEvent"))
                .map(HistoricActivityInstance::getActivityId)
                .sorted()
                .toList();
    }

    /** Ids of tasks that were neither completed nor are open. */
    public List<String> deletedTasks(String reference) {
        return history
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(reference)
                .finished()
                .list()
                .stream()
                .filter(task -> !"completed".equals(task.getDeleteReason()))
                .map(task -> task.getTaskDefinitionKey())
                .sorted()
                .toList();
    }

    /** Where the process stands: ids of all leaves. */
    public List<String> standing(String reference) {
        ActivityInstance tree = runtime.getActivityInstance(process(reference).getId());
        return leaves(tree).sorted().toList();
    }

    private static Stream<String> leaves(ActivityInstance instance) {
        return instance.getChildActivityInstances().length == 0
                ? Stream.of(instance.getActivityId())
                : Arrays.stream(instance.getChildActivityInstances()).flatMap(RequestWorld::leaves);
    }

    public void resetClock() {
        clock.reset();
    }

    public Date date(Instant instant) {
        return Date.from(instant);
    }
}
