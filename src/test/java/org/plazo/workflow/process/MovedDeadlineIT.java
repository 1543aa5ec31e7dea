package org.plazo.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.DeadlineKind;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestEvent.DeadlineMoved;
import org.plazo.request.Urgency;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** When a due date moves, its timer and its tasks move with it, and steps are told again only if they lie ahead again. */
@PlazoIT
class MovedDeadlineIT {

    private static final Instant MONDAY = Instant.parse("2026-02-02T17:00:00Z");
    private static final Instant DUE = MONDAY.plus(Duration.ofHours(8));
    private static final Instant OVERDUE = DUE.plus(Duration.ofMinutes(1));

    @Autowired
    private RequestWorld world;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.set(MONDAY);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    /** As an extension or a changed calendar does it. */
    private void move(String reference, Duration by, boolean fails) {
        RequestDeadline deadline = world.deadline(reference, DeadlineKind.RESPONSE);
        Instant moved = deadline.dueAt().plus(by);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update deadline set due_at = :due where id = :id")
                    .param("due", OffsetDateTime.ofInstant(moved, ZoneOffset.UTC))
                    .param("id", deadline.id())
                    .update();
            events.publishEvent(
                    new DeadlineMoved(deadline.requestId(), reference, DeadlineKind.RESPONSE, deadline.dueAt(), moved));
            if (fails) {
                status.setRollbackOnly();
            }
        });
    }

    @Test
    void movesItsTimerAndItsTasks() {
        String reference = world.dispatched(Urgency.EMERGENCY);

        move(reference, Duration.ofDays(1), false);

        assertThat(world.timers(reference))
                .containsEntry(
                        "NextResponseStepDue", DUE.plus(Duration.ofDays(1)).minus(Duration.ofHours(2)));
        assertThat(world.task(reference, "FollowUp").getDueDate()).isEqualTo(world.date(DUE.plus(Duration.ofDays(1))));
        assertThat(world.at(OVERDUE, reference)).isZero();
    }

    @Test
    void leavesTimerAndTasksWhereTheyWereIfTheChangeFails() {
        String reference = world.dispatched(Urgency.EMERGENCY);
        move(reference, Duration.ofDays(1), true);
        assertThat(world.timers(reference)).containsEntry("NextResponseStepDue", DUE.minus(Duration.ofHours(2)));
        assertThat(world.task(reference, "FollowUp").getDueDate()).isEqualTo(world.date(DUE));
    }

    @Test
    void takesStepsAgainThatLieAheadAgain() {
        String reference = world.dispatched(Urgency.EMERGENCY);
        world.at(DUE.minus(Duration.ofHours(2)), reference);
        world.at(OVERDUE, reference);
        assertThat(world.task(reference, "FollowUp").getPriority()).isEqualTo(90);

        move(reference, Duration.ofDays(1), false);

        assertThat(world.task(reference, "FollowUp").getPriority()).isEqualTo(70);
        world.at(DUE.plus(Duration.ofDays(1)).minus(Duration.ofHours(2)), reference);
        world.at(OVERDUE.plus(Duration.ofDays(1)), reference);
        assertThat(world.told(reference))
                .containsExactly(
                        "RESPONSE.DUE_SOON.1 to handler",
                        "RESPONSE.OVERDUE.1 to handler",
                        "RESPONSE.DUE_SOON.2 to handler",
                        "RESPONSE.OVERDUE.2 to handler");
    }

    @Test
    void tellsNobodyTwiceIfTheStepStillLiesBehind() {
        String reference = world.dispatched(Urgency.EMERGENCY);
        world.at(OVERDUE.plus(Duration.ofHours(1)), reference);
        assertThat(world.told(reference)).containsExactly("RESPONSE.OVERDUE.1 to handler");

        move(reference, Duration.ofMinutes(30), false);
        world.runDueJobs(reference);

        assertThat(world.told(reference)).containsExactly("RESPONSE.OVERDUE.1 to handler");
        assertThat(world.timers(reference))
                .containsEntry(
                        "NextResponseStepDue", DUE.plus(Duration.ofMinutes(30)).plus(Duration.ofHours(2)));
    }

    @Test
    void findsAParkedTimerWhenThereIsSomethingToDoAgain() {
        String reference = world.dispatched(Urgency.EMERGENCY);
        world.at(MONDAY.plus(Duration.ofDays(60)), reference);
        assertThat(world.timers(reference)).containsEntry("NextResponseStepDue", Timers.PARKED);

        move(reference, Duration.ofDays(70), false);

        assertThat(world.timers(reference))
                .containsEntry(
                        "NextResponseStepDue", DUE.plus(Duration.ofDays(70)).minus(Duration.ofHours(2)));
    }

    @Test
    void holdsOnlyTheNextReminderBackAfterAnInterimReply() {
        String reference = world.dispatched(Urgency.ROUTINE);
        commands.acknowledge(reference, null, null, RequestWorld.HANDLER);
        Instant dueSoon = world.timers(reference).get("NextResponseStepDue");
        clock.set(dueSoon.minus(Duration.ofDays(1)));

        commands.recordInterimReply(reference, null, null, RequestWorld.HANDLER);

        Instant held = world.timers(reference).get("NextResponseStepDue");
        assertThat(held).isBetween(dueSoon.plus(Duration.ofDays(13)), dueSoon.plus(Duration.ofDays(16)));
        assertThat(world.at(held.minusSeconds(1), reference)).isZero();
        world.at(held, reference);
        assertThat(world.steps(reference)).contains("RESPONSE.DUE_SOON");
    }
}
