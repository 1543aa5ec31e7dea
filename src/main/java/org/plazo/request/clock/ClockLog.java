package org.plazo.request.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.ClockExtension;
import org.plazo.deadline.ClockPause;
import org.plazo.request.ClockState;

/**
 * What the events of one clock come to.
 *
 * @param pauses times in which the clock stood still and after which it ran again; also those from a stop to a restart
 * @param lastEventAt no later event may be effective before it
 */
record ClockLog(
        List<ClockPause> pauses,
        List<ClockExtension> extensions,
        ClockState state,
        @Nullable Instant stoppedAt,
        Instant lastEventAt) {

    ClockLog {
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
    }

    /**
     * @param events in the order in which they took effect, the first being the START
     * @param zone in which an extension's instant is read as a date
     */
    static ClockLog of(List<ClockEvent> events, ZoneId zone) {
        List<ClockPause> pauses = new ArrayList<>();
        List<ClockExtension> extensions = new ArrayList<>();
        ClockState state = ClockState.RUNNING;
        Instant stoodStillFrom = null;
        Instant stoppedAt = null;
        for (ClockEvent event : events) {
            switch (event.type()) {
                case START -> {}
                case EXTENSION ->
                    extensions.add(new ClockExtension(
                            event.effectiveAt().atZone(zone).toLocalDate(),
                            Objects.requireNonNull(event.amount()),
                            Objects.requireNonNull(event.unit())));
                case PAUSE, STOP -> {
                    stoodStillFrom = state == ClockState.RUNNING ? event.effectiveAt() : stoodStillFrom;
                    boolean stop = event.type() == ClockEvent.Type.STOP;
                    state = stop ? ClockState.STOPPED : ClockState.PAUSED;
                    stoppedAt = stop ? event.effectiveAt() : null;
                }
                case RESUME, RESTART -> {
                    if (stoodStillFrom != null && stoodStillFrom.isBefore(event.effectiveAt())) {
                        pauses.add(new ClockPause(stoodStillFrom, event.effectiveAt()));
                    }
                    state = ClockState.RUNNING;
                    stoodStillFrom = null;
                    stoppedAt = null;
                }
            }
        }
        Instant last = events.get(events.size() - 1).effectiveAt();
        return new ClockLog(pauses, extensions, state, stoppedAt, last);
    }
}
