package org.plazo.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.ClockCourse;
import org.plazo.request.ClockState;
import org.plazo.request.DeadlineKind;
import org.plazo.request.RequestCommands;
import org.plazo.request.TurnCommands;
import org.plazo.request.Urgency;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the other side does with a request beside answering it. Sent on 2 February 2026, the acknowledgement is due on the
 * 9th and the response on 4 May at 17:00 in Washington.
 */
@PlazoIT
class TurnsIT {

    private static final Instant DISPATCH = Instant.parse("2026-02-02T17:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-04T15:00:00Z");
    private static final String RESPONSE = "NextResponseStepDue";
    private static final String ACKNOWLEDGEMENT = "NextAcknowledgementStepDue";
    private static final String SUPPLY = "NextSupplyStepDue";

    @Autowired
    private RequestWorld world;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private TurnCommands turns;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    private String reference;

    @BeforeEach
    void dispatch() {
        clock.set(DISPATCH);
        reference = world.dispatched(Urgency.ROUTINE);
        clock.set(LATER);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void givesUsTheTurnWhenTheRequestIsReturned() {
        turns.returnAsDeficient(reference, "Falta la firma", null, RequestWorld.HANDLER);
        assertThat(world.openTasks(reference)).containsExactly("FollowUp", "SupplyMissing");
        assertThat(world.timers(reference))
                .containsOnlyKeys(RESPONSE, ACKNOWLEDGEMENT, SUPPLY)
                .containsEntry(RESPONSE, Timers.PARKED)
                .containsEntry(ACKNOWLEDGEMENT, Timers.PARKED);
        // ten business days of ours
        assertThat(world.deadline(reference, DeadlineKind.SUPPLY).dueOn()).isEqualTo(LocalDate.of(2026, 2, 18));
        assertThat(world.task(reference, "SupplyMissing").getDueDate())
                .isEqualTo(world.date(
                        world.deadline(reference, DeadlineKind.SUPPLY).dueAt()));
        assertThat(world.task(reference, "FollowUp").getDueDate()).isNull();

        Instant soon = world.timers(reference).get(SUPPLY);
        assertThat(world.at(soon.minusSeconds(1), reference)).isZero();
        world.at(Instant.parse("2026-02-26T15:00:00Z"), reference);
        assertThat(world.told(reference)).contains("SUPPLY.MANAGER.1 to manager");
        assertThat(world.task(reference, "SupplyMissing").getPriority()).isGreaterThan(30);

        turns.supply(reference, "DIPLOMATIC_NOTE", null, null, RequestWorld.HANDLER);
        assertThat(world.openTasks(reference)).containsExactly("FollowUp");
        assertThat(world.timers(reference))
                .containsOnlyKeys(RESPONSE, ACKNOWLEDGEMENT)
                .doesNotContainValue(Timers.PARKED);
        assertThat(world.deadline(reference, DeadlineKind.RESPONSE).dueOn()).isEqualTo(LocalDate.of(2026, 5, 26));
        assertThat(world.deadline(reference, DeadlineKind.RESPONSE).originalDueOn())
                .isEqualTo(LocalDate.of(2026, 5, 4));
        assertThat(world.deadline(reference, DeadlineKind.ACKNOWLEDGEMENT).dueOn())
                .isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(world.deadline(reference, DeadlineKind.SUPPLY).state()).isEqualTo(ClockState.STOPPED);
        assertThat(world.ends(reference)).contains("SupplySettled");
    }

    @Test
    void takesAQuestionForAnAcknowledgement() {
        turns.askForInformation(reference, "¿Qué contenedor?", "DOJ-1", null, RequestWorld.HANDLER);
        assertThat(world.request(reference).acknowledgedAt()).isEqualTo(LATER);
        assertThat(world.timers(reference)).containsOnlyKeys(RESPONSE, SUPPLY);
        assertThat(world.ledger(reference, "ACKNOWLEDGED")).isEqualTo(1);

        // the clock may run on without that anything was supplied: then there is nothing to supply any more
        commands.resume(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.openTasks(reference)).containsExactly("FollowUp");
        assertThat(world.timers(reference)).containsOnlyKeys(RESPONSE);

        turns.askForInformation(reference, "¿Y el buque?", null, null, RequestWorld.HANDLER);
        assertThat(world.openTasks(reference)).containsExactly("FollowUp", "SupplyMissing");
        commands.recordResponse(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.openTasks(reference)).containsExactly("AssessResponse");
        assertThat(world.timers(reference)).isEmpty();
        assertThat(world.deadline(reference, DeadlineKind.SUPPLY).state()).isEqualTo(ClockState.STOPPED);
    }

    @Test
    void reviewsAPostponementOnce() {
        commands.acknowledge(reference, null, null, RequestWorld.HANDLER);
        postpone(LocalDate.of(2026, 3, 6));
        Instant nine = Instant.parse("2026-03-06T14:00:00Z");
        assertThat(world.timers(reference)).containsOnlyKeys(RESPONSE).containsEntry(RESPONSE, nine);
        assertThat(world.task(reference, "FollowUp").getDueDate()).isEqualTo(world.date(nine));
        assertThat(world.at(nine.minusSeconds(1), reference)).isZero();
        assertThat(world.at(nine, reference)).isEqualTo(1);
        assertThat(world.told(reference)).containsExactly("RESPONSE.REVIEW_DATE.1 to handler");
        assertThat(world.timers(reference)).containsEntry(RESPONSE, Timers.PARKED);

        // another day replaces it, and is told anew
        postpone(LocalDate.of(2026, 3, 20));
        Instant second = Instant.parse("2026-03-20T13:00:00Z");
        assertThat(world.timers(reference)).containsEntry(RESPONSE, second);
        world.at(second, reference);
        assertThat(world.told(reference))
                .containsExactly("RESPONSE.REVIEW_DATE.1 to handler", "RESPONSE.REVIEW_DATE.2 to handler");

        commands.resume(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.deadline(reference, DeadlineKind.RESPONSE).review()).isNull();
        assertThat(world.deadline(reference, DeadlineKind.RESPONSE).dueOn()).isEqualTo(LocalDate.of(2026, 6, 16));
        assertThat(world.timers(reference).get(RESPONSE))
                .isAfter(clock.instant())
                .isBefore(Timers.PARKED);
    }

    @Test
    void startsTheTimeAnewAfterATransferIfSaid() {
        commands.acknowledge(reference, null, null, RequestWorld.HANDLER);
        Instant before = world.timers(reference).get(RESPONSE);
        turns.transfer(reference, "DHS", null, null, null, RequestWorld.HANDLER);
        assertThat(world.timers(reference)).containsEntry(RESPONSE, before);
        assertThat(world.request(reference).requestedAuthority()).isEqualTo("DHS");

        clock.set(Instant.parse("2026-03-02T15:00:00Z"));
        turns.transfer(reference, "DOS", ClockCourse.RESTART, "Nadie la tuvo", null, RequestWorld.HANDLER);
        var deadline = world.deadline(reference, DeadlineKind.RESPONSE);
        assertThat(deadline.dueOn()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(deadline.originalDueOn()).isEqualTo(LocalDate.of(2026, 5, 4));
        assertThat(world.timers(reference).get(RESPONSE)).isAfter(before.plusSeconds(86_400 * 20));
        assertThat(world.ledger(reference, "PASSED_ON")).isEqualTo(2);
    }

    @Test
    void tellsOnceOfABrokenPromise() {
        commands.acknowledge(reference, null, null, RequestWorld.HANDLER);
        commands.recordPromise(reference, LocalDate.of(2026, 3, 2), null, null, RequestWorld.HANDLER);
        Instant end = Instant.parse("2026-03-02T22:00:00Z");
        assertThat(world.timers(reference)).containsEntry(RESPONSE, end.plusMillis(1));
        assertThat(world.at(end, reference)).isZero();
        assertThat(world.at(end.plusMillis(1), reference)).isEqualTo(1);
        assertThat(world.told(reference)).containsExactly("RESPONSE.PROMISE_BROKEN.1 to handler");
        assertThat(world.at(end.plusSeconds(86_400 * 7), reference)).isZero();

        commands.recordPromise(reference, LocalDate.of(2026, 3, 30), null, null, RequestWorld.HANDLER);
        world.at(Instant.parse("2026-03-30T22:00:00Z"), reference);
        assertThat(world.told(reference))
                .containsExactly("RESPONSE.PROMISE_BROKEN.1 to handler", "RESPONSE.PROMISE_BROKEN.2 to handler");
        // the ladder goes on as if nothing had been promised
        world.at(Instant.parse("2026-05-30T22:00:00Z"), reference);
        assertThat(world.steps(reference)).last().asString().isEqualTo("RESPONSE.MANAGER");
    }

    @Test
    void keepsAPromiseThatWasKeptToItself() {
        commands.recordPromise(reference, LocalDate.of(2026, 3, 2), null, null, RequestWorld.HANDLER);
        commands.recordResponse(reference, null, null, RequestWorld.HANDLER);
        world.at(Instant.parse("2026-03-10T22:00:00Z"), reference);
        assertThat(world.told(reference)).isEmpty();
    }

    @Test
    void takesNoNoticeOfAResending() {
        var timers = world.timers(reference);
        turns.resend(reference, "INTERPOL", "Otra copia", null, RequestWorld.HANDLER);
        assertThat(world.timers(reference)).isEqualTo(timers);
        assertThat(world.ledger(reference, "RESENT")).isEqualTo(1);
    }

    @Test
    void leavesEverythingWhereItWasIfTheChangeFails() {
        var timers = world.timers(reference);
        transaction.executeWithoutResult(status -> {
            turns.returnAsDeficient(reference, "Falta la firma", null, RequestWorld.HANDLER);
            status.setRollbackOnly();
        });
        assertThat(world.timers(reference)).isEqualTo(timers);
        assertThat(world.openTasks(reference)).containsExactly("FollowUp");
    }

    private void postpone(LocalDate reviewOn) {
        turns.postpone(reference, "OWN_INVESTIGATION", reviewOn, null, null, RequestWorld.HANDLER);
    }
}
