package org.plazo.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.deadline.LimitUnit;
import org.plazo.request.ClockState;
import org.plazo.request.CommandNotPossible;
import org.plazo.request.DeadlineKind;
import org.plazo.request.GrantedExtension;
import org.plazo.request.RequestCommands;
import org.plazo.request.TurnCommands;
import org.plazo.request.Urgency;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;

/** The turns of what is asked of us; received on 2 February 2026. */
@PlazoIT
class IncomingTurnsIT {

    private static final String RESPONSE = "NextResponseStepDue";
    private static final String ADMISSIBILITY = "NextAdmissibilityStepDue";

    @Autowired
    private RequestWorld world;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private TurnCommands turns;

    @Autowired
    private MovableClock clock;

    private String reference;

    @BeforeEach
    void receive() {
        clock.set(Instant.parse("2026-02-02T17:00:00Z"));
        reference = world.registered(Urgency.ROUTINE, 1);
        commands.acknowledge(reference, null, null, RequestWorld.HANDLER);
        clock.set(Instant.parse("2026-02-04T15:00:00Z"));
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void pausesWhatIsUndecidedAlongWithTheResponse() {
        LocalDate admissibility = due(DeadlineKind.ADMISSIBILITY);
        LocalDate response = due(DeadlineKind.RESPONSE);
        commands.pause(reference, "TRANSLATION", "Prueba", null, null, RequestWorld.HANDLER);
        assertThat(world.timers(reference))
                .containsEntry(RESPONSE, Timers.PARKED)
                .containsEntry(ADMISSIBILITY, Timers.PARKED);
        assertThat(world.task(reference, "DecideAdmissibility").getDueDate()).isNull();

        clock.set(Instant.parse("2026-02-18T15:00:00Z"));
        commands.resume(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.timers(reference)).doesNotContainValue(Timers.PARKED);
        assertThat(due(DeadlineKind.ADMISSIBILITY)).isAfter(admissibility);
        assertThat(due(DeadlineKind.RESPONSE)).isAfter(response);
        assertThat(world.task(reference, "DecideAdmissibility").getDueDate())
                .isEqualTo(world.date(
                        world.deadline(reference, DeadlineKind.ADMISSIBILITY).dueAt()));
        assertThat(world.ledger(reference, "CLOCK_PAUSED")).isEqualTo(2);
    }

    @Test
    void postponesOurResponseUntilADayOfReview() {
        turns.postpone(reference, "OWN_INVESTIGATION", LocalDate.of(2026, 2, 20), "Prueba", null, RequestWorld.HANDLER);
        Instant nine = Instant.parse("2026-02-20T14:00:00Z");
        assertThat(world.timers(reference)).containsEntry(RESPONSE, nine);
        assertThat(world.timers(reference).get(ADMISSIBILITY)).isBefore(Timers.PARKED);
        world.at(nine, reference);
        assertThat(world.told(reference)).contains("RESPONSE.REVIEW_DATE.1 to handler");
        commands.resume(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.deadline(reference, DeadlineKind.RESPONSE).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void takesMoreTimeAndPromisesNothing() {
        LocalDate before = due(DeadlineKind.RESPONSE);
        commands.extend(
                reference,
                new GrantedExtension("AGREED", null, 14, LimitUnit.CALENDAR_DAYS, null),
                null,
                RequestWorld.HANDLER);
        assertThat(due(DeadlineKind.RESPONSE)).isAfter(before);
        assertThatThrownBy(() ->
                        commands.recordPromise(reference, LocalDate.of(2026, 4, 1), null, null, RequestWorld.HANDLER))
                .isInstanceOf(CommandNotPossible.class);
        assertThatThrownBy(() -> turns.returnAsDeficient(reference, "x", null, RequestWorld.HANDLER))
                .isInstanceOf(CommandNotPossible.class);
    }

    @Test
    void owesNothingWhenThePauseIsOurs() {
        // of an incoming request it is the other side that was asked
        commands.pause(reference, "INFORMATION_ASKED", "Prueba", null, null, RequestWorld.HANDLER);
        assertThat(world.openTasks(reference)).doesNotContain("SupplyMissing");
    }

    private LocalDate due(DeadlineKind kind) {
        return world.deadline(reference, kind).dueOn();
    }
}
