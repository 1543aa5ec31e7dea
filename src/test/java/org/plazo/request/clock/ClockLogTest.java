package org.plazo.request.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plazo.deadline.ClockExtension;
import org.plazo.deadline.ClockPause;
import org.plazo.deadline.LimitUnit;
import org.plazo.request.ClockEvent;
import org.plazo.request.ClockEvent.Type;
import org.plazo.request.ClockState;

class ClockLogTest {

    private static final ZoneId HAVANA = ZoneId.of("America/Havana");

    @Test
    void runsFromItsStart() {
        ClockLog log = log(ClockEvent.at(Type.START, day(1)));
        assertThat(log.state()).isEqualTo(ClockState.RUNNING);
        assertThat(log.pauses()).isEmpty();
        assertThat(log.stoppedAt()).isNull();
    }

    @Test
    void countsThePaperThatLayWithUsAsAPause() {
        ClockLog log = log(
                ClockEvent.at(Type.START, day(1)),
                ClockEvent.at(Type.STOP, day(5)),
                ClockEvent.at(Type.RESTART, day(9)));
        assertThat(log.state()).isEqualTo(ClockState.RUNNING);
        assertThat(log.pauses()).containsExactly(new ClockPause(day(5), day(9)));
        assertThat(log.stoppedAt()).isNull();
    }

    @Test
    void tellsWhenItWasStopped() {
        ClockLog log = log(ClockEvent.at(Type.START, day(1)), ClockEvent.at(Type.STOP, day(5)));
        assertThat(log.state()).isEqualTo(ClockState.STOPPED);
        assertThat(log.stoppedAt()).isEqualTo(day(5));
        assertThat(log.pauses()).isEmpty();
        assertThat(log.lastEventAt()).isEqualTo(day(5));
    }

    @Test
    void makesOnePauseOfAStopDuringAPause() {
        ClockLog log = log(
                ClockEvent.at(Type.START, day(1)),
                ClockEvent.at(Type.PAUSE, day(3)),
                ClockEvent.at(Type.STOP, day(5)),
                ClockEvent.at(Type.RESTART, day(9)),
                ClockEvent.at(Type.PAUSE, day(11)));
        assertThat(log.pauses()).containsExactly(new ClockPause(day(3), day(9)));
        assertThat(log.state()).isEqualTo(ClockState.PAUSED);
    }

    /** A response that was entered late came before what was entered in the meantime. */
    @Test
    void isStoppedBeforeWhatWasEnteredInTheMeantime() {
        ClockLog paused = log(
                ClockEvent.at(Type.START, day(1)), ClockEvent.at(Type.STOP, day(5)), ClockEvent.at(Type.PAUSE, day(7)));
        assertThat(paused.state()).isEqualTo(ClockState.STOPPED);
        assertThat(paused.stoppedAt()).isEqualTo(day(5));
        assertThat(paused.pauses()).isEmpty();

        ClockLog resumed = log(
                ClockEvent.at(Type.START, day(1)),
                ClockEvent.at(Type.PAUSE, day(3)),
                ClockEvent.at(Type.STOP, day(5)),
                ClockEvent.at(Type.RESUME, day(7)));
        assertThat(resumed.state()).isEqualTo(ClockState.STOPPED);
        assertThat(resumed.stoodStillFrom()).isEqualTo(day(3));

        ClockLog during = log(
                ClockEvent.at(Type.START, day(1)),
                ClockEvent.pause(day(4), day(6), "AGREED", "x"),
                ClockEvent.at(Type.STOP, day(5)),
                ClockEvent.pause(day(7), day(8), "AGREED", "x"));
        assertThat(during.pauses()).containsExactly(new ClockPause(day(4), day(5)));

        ClockLog restarted = log(
                ClockEvent.at(Type.START, day(1)),
                ClockEvent.at(Type.STOP, day(5)),
                ClockEvent.at(Type.PAUSE, day(7)),
                ClockEvent.at(Type.RESTART, day(9)));
        assertThat(restarted.state()).isEqualTo(ClockState.RUNNING);
        assertThat(restarted.pauses()).containsExactly(new ClockPause(day(5), day(9)));
        assertThat(restarted.runsSince()).isEqualTo(day(9));
    }

    @Test
    void leavesOutAPauseWithoutLength() {
        ClockLog log = log(
                ClockEvent.at(Type.START, day(1)),
                ClockEvent.at(Type.PAUSE, day(3)),
                ClockEvent.at(Type.RESUME, day(3)));
        assertThat(log.pauses()).isEmpty();
    }

    @Test
    void readsTheDayOfAnExtensionInTheZoneOfTheLimit() {
        // 03:00 UTC is the evening before in Havana
        ClockLog log = log(
                ClockEvent.at(Type.START, day(1)),
                ClockEvent.extension(Instant.parse("2026-01-04T03:00:00Z"), 5, LimitUnit.BUSINESS_DAYS));
        assertThat(log.extensions())
                .containsExactly(new ClockExtension(LocalDate.of(2026, 1, 3), 5, LimitUnit.BUSINESS_DAYS));
    }

    private static ClockLog log(ClockEvent... events) {
        return ClockLog.of(List.of(events), HAVANA);
    }

    private static Instant day(int day) {
        return Instant.parse("2026-01-%02dT15:00:00Z".formatted(day));
    }
}
