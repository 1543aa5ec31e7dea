package org.plazo.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.deadline.LimitUnit;
import org.plazo.request.DeadlineKind;
import org.plazo.request.GrantedExtension;
import org.plazo.request.RequestCommands;
import org.plazo.request.Urgency;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Timers, tasks and steps follow each turn of the clock. The response is due on 4 May 2026 at 17:00 in Washington. */
@PlazoIT
class ClockTurnsIT {

    private static final Instant DISPATCH = Instant.parse("2026-02-02T17:00:00Z");
    private static final String TIMER = "NextResponseStepDue";

    @Autowired
    private RequestWorld world;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    private String reference;

    @BeforeEach
    void dispatch() {
        clock.set(DISPATCH);
        reference = world.dispatched(Urgency.ROUTINE);
        commands.acknowledge(reference, null, null, RequestWorld.HANDLER);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void parksTheTimerWhileTheClockIsPaused() {
        Instant before = world.timers(reference).get(TIMER);
        clock.set(Instant.parse("2026-03-02T15:00:00Z"));
        pause(null, null);
        assertThat(world.timers(reference)).containsOnlyKeys(TIMER).containsEntry(TIMER, Timers.PARKED);
        assertThat(world.task(reference, "FollowUp").getDueDate()).isNull();
        assertThat(world.at(before.plusSeconds(86_400 * 60), reference)).isZero();

        commands.resume(reference, Instant.parse("2026-03-12T15:00:00Z"), null, RequestWorld.HANDLER);
        assertThat(due()).isEqualTo(LocalDate.of(2026, 5, 13));
        // the clock is far behind its date now: what is due is taken at once, the highest step of it
        assertThat(world.timers(reference).get(TIMER)).isBefore(clock.instant());
        world.runDueJobs(reference);
        assertThat(world.steps(reference)).last().asString().startsWith("RESPONSE.");
        assertThat(world.task(reference, "FollowUp").getDueDate())
                .isEqualTo(world.date(Instant.parse("2026-05-13T21:00:00Z")));
    }

    @Test
    void takesStepsAgainAfterAPauseThatLiesOverTheDueDate() {
        world.at(Instant.parse("2026-05-06T15:00:00Z"), reference);
        assertThat(world.steps(reference)).contains("RESPONSE.OVERDUE");
        pause(Instant.parse("2026-05-01T15:00:00Z"), Instant.parse("2026-05-05T15:00:00Z"));
        assertThat(due()).isEqualTo(LocalDate.of(2026, 5, 7));
        assertThat(world.timers(reference).get(TIMER)).isAfter(Instant.parse("2026-05-07T21:00:00Z"));
        world.at(Instant.parse("2026-05-09T15:00:00Z"), reference);
        assertThat(world.told(reference)).contains("RESPONSE.OVERDUE.1 to handler", "RESPONSE.OVERDUE.2 to handler");
    }

    @Test
    void leavesEverythingWhereItWasIfTheChangeFails() {
        var timers = world.timers(reference);
        transaction.executeWithoutResult(status -> {
            pause(null, null);
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {
            extend(5);
            status.setRollbackOnly();
        });
        assertThat(world.timers(reference)).isEqualTo(timers);
        assertThat(due()).isEqualTo(LocalDate.of(2026, 5, 4));
    }

    @Test
    void movesTheTimerWithAnExtension() {
        Instant before = world.timers(reference).get(TIMER);
        extend(14);
        assertThat(due()).isEqualTo(LocalDate.of(2026, 5, 18));
        assertThat(world.timers(reference).get(TIMER)).isAfter(before.plusSeconds(86_400 * 10));
        assertThat(world.ledger(reference, "DEADLINE_EXTENDED")).isEqualTo(1);
    }

    @Test
    void sendsRemindersBehindThePromisedDay() {
        clock.set(Instant.parse("2026-05-01T15:00:00Z"));
        world.runDueJobs(reference);
        commands.recordPromise(reference, LocalDate.of(2026, 5, 29), null, null, RequestWorld.HANDLER);
        // our own manager is told as if nothing had been promised
        world.at(Instant.parse("2026-05-28T15:00:00Z"), reference);
        assertThat(world.steps(reference))
                .contains("RESPONSE.MANAGER")
                .doesNotContain("RESPONSE.OVERDUE", "(RESPONSE.OVERDUE)");
        assertThat(world.openTasks(reference)).doesNotContain("SendReminder");
        // the day passes: the handler is told, and the reminder follows
        world.at(Instant.parse("2026-05-29T21:00:00.001Z"), reference);
        assertThat(world.steps(reference)).last().isEqualTo("RESPONSE.PROMISE_BROKEN");
        Instant next = world.timers(reference).get(TIMER);
        assertThat(next).isBetween(Instant.parse("2026-05-29T21:00:01Z"), Instant.parse("2026-06-02T21:00:00Z"));
        assertThat(world.at(next.minusSeconds(1), reference)).isZero();
        world.at(next, reference);
        assertThat(world.steps(reference)).contains("RESPONSE.OVERDUE");
        assertThat(world.openTasks(reference)).contains("SendReminder");
    }

    @Test
    void remindsAgainWhenAPromiseIsPutOff() {
        world.at(Instant.parse("2026-05-06T15:00:00Z"), reference);
        assertThat(world.openTasks(reference)).contains("SendReminder");
        commands.recordPromise(reference, LocalDate.of(2026, 5, 29), null, null, RequestWorld.HANDLER);
        world.at(Instant.parse("2026-05-28T15:00:00Z"), reference);
        world.at(Instant.parse("2026-06-03T15:00:00Z"), reference);
        assertThat(world.told(reference)).contains("RESPONSE.OVERDUE.1 to handler", "RESPONSE.OVERDUE.2 to handler");
    }

    private LocalDate due() {
        return world.deadline(reference, DeadlineKind.RESPONSE).dueOn();
    }

    private void pause(Instant from, Instant until) {
        commands.pause(reference, "AGREED", "Prueba", from, until, RequestWorld.HANDLER);
    }

    private void extend(int days) {
        commands.extend(
                reference,
                new GrantedExtension("AGREED", null, days, LimitUnit.CALENDAR_DAYS, null),
                null,
                RequestWorld.HANDLER);
    }
}
