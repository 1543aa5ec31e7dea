package org.plazo.request.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.ClockCourse;
import org.plazo.request.DeadlineKind;
import org.plazo.request.InvalidInput;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.TurnCommands;
import org.plazo.request.Urgency;
import org.plazo.request.clock.ClockTurns;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.plazo.workflow.process.RequestWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the settings say that time is counted anew. Dispatched on Monday, 2 February 2026. */
@PlazoIT
class TurnSettingsIT {

    @Autowired
    private RequestChanges changes;

    @Autowired
    private CommandInput input;

    @Autowired
    private ClockTurns clocks;

    @Autowired
    private RequestDeadlines deadlines;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RequestWorld world;

    @Autowired
    private MovableClock clock;

    private TurnCommands turns;
    private String reference;

    @BeforeEach
    void dispatch() {
        TurnSettings settings = new TurnSettings(ClockCourse.RESTART, ClockCourse.RESTART);
        turns = new RegisterTurns(
                changes, input, clocks, new ClockPauses(changes, deadlines, clocks, settings), settings);
        clock.set(Instant.parse("2026-02-02T17:00:00Z"));
        reference = world.dispatched(Urgency.ROUTINE);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void countsAnewWhatIsHandedInAnew() {
        clock.set(Instant.parse("2026-02-04T15:00:00Z"));
        run(() -> turns.returnAsDeficient(reference, "Falta la firma", null, RequestWorld.HANDLER));
        clock.set(Instant.parse("2026-03-02T15:00:00Z"));
        run(() -> turns.supply(reference, null, null, null, RequestWorld.HANDLER));
        // ninety days and seven days from 2 March
        assertThat(due(DeadlineKind.RESPONSE)).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(due(DeadlineKind.ACKNOWLEDGEMENT)).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(world.deadline(reference, DeadlineKind.RESPONSE).originalDueOn())
                .isEqualTo(LocalDate.of(2026, 5, 4));
    }

    @Test
    void letsTheTimeRunOnAfterAQuestion() {
        clock.set(Instant.parse("2026-03-02T15:00:00Z"));
        run(() -> turns.askForInformation(reference, "¿Qué contenedor?", null, null, RequestWorld.HANDLER));
        clock.set(Instant.parse("2026-03-12T15:00:00Z"));
        run(() -> turns.supply(reference, null, null, null, RequestWorld.HANDLER));
        assertThat(due(DeadlineKind.RESPONSE)).isEqualTo(LocalDate.of(2026, 5, 13));
    }

    @Test
    void wantsAReasonForTheOtherCourse() {
        clock.set(Instant.parse("2026-03-02T15:00:00Z"));
        assertThatThrownBy(() -> run(
                        () -> turns.transfer(reference, "DHS", ClockCourse.CONTINUE, null, null, RequestWorld.HANDLER)))
                .isInstanceOf(InvalidInput.class);
        assertThat(world.request(reference).requestedAuthority()).isEqualTo("DOJ");
        run(() -> turns.transfer(reference, "DHS", null, null, null, RequestWorld.HANDLER));
        assertThat(due(DeadlineKind.RESPONSE)).isEqualTo(LocalDate.of(2026, 6, 1));
    }

    private void run(Runnable command) {
        transaction.executeWithoutResult(status -> command.run());
    }

    private LocalDate due(DeadlineKind kind) {
        return world.deadline(reference, kind).dueOn();
    }
}
