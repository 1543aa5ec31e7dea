package org.plazo.workflow.process;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.plazo.request.DeadlineKind;
import org.plazo.workflow.engine.EngineCalls;
import org.plazo.workflow.escalation.Ladder;
import org.springframework.stereotype.Component;

/** The live timers: one for each running clock, due at the next step. */
@Component
class Timers {

    /** Where a timer waits that has nothing to do; it stays there to be moved when a later change gives it something. */
    static final Instant PARKED = Instant.parse("9999-12-31T00:00:00Z");

    private final ManagementService jobs;
    private final RunningProcesses processes;
    private final EngineCalls engine;
    private final Ladder ladder;

    Timers(ManagementService jobs, RunningProcesses processes, EngineCalls engine, Ladder ladder) {
        this.jobs = jobs;
        this.processes = processes;
        this.engine = engine;
        this.ladder = ladder;
    }

    /** Never null, and not before the step's instant: the engine knows milliseconds only. */
    Date nextStepDue(String reference, DeadlineKind kind) {
        return Date.from(
                ladder.nextStepAt(reference, kind).map(Timers::upToMillis).orElse(PARKED));
    }

    /** Moves the timer of a clock, if it has one now, in the same transaction. */
    void follow(String reference, DeadlineKind kind) {
        Date due = nextStepDue(reference, kind);
        engine.withoutAuthorization(() -> find(reference, kind)
                .filter(timer -> !due.equals(timer.getDuedate()))
                .ifPresent(timer -> jobs.setJobDuedate(timer.getId(), due)));
    }

    private Optional<Job> find(String reference, DeadlineKind kind) {
        return processes.find(reference).map(process -> jobs.createJobQuery()
                .processInstanceId(process.getId())
                .activityId(Names.timer(kind))
                .timers()
                .singleResult());
    }

    private static Instant upToMillis(Instant instant) {
        Instant millis = instant.truncatedTo(ChronoUnit.MILLIS);
        return millis.equals(instant) ? millis : millis.plusMillis(1);
    }
}
