package org.plazo.request;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.ClockExtension;
import org.plazo.deadline.ClockPause;
import org.plazo.deadline.DueDate;

/**
 * A deadline with the way its date came about. Limit, the instant it is counted from, pauses and extensions are all that the date depends on.
 *
 * @param events what happened to its clock, in the order in which it took effect
 * @param countedFrom the start of the clock, or its last new start
 * @param pauses times since then in which the clock stood still and after which it ran again
 * @param stoodStillFrom since when the clock stands still; null while it runs
 */
public record ExplainedDeadline(
        RequestDeadline deadline,
        DueDate explained,
        Instant countedFrom,
        List<ClockEvent> events,
        List<ClockPause> pauses,
        List<ClockExtension> extensions,
        @Nullable Instant stoodStillFrom) {

    public ExplainedDeadline {
        events = List.copyOf(events);
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
    }

    /** The event that paused the clock; null unless it is paused. */
    public @Nullable ClockEvent openPause() {
        return deadline.state() != ClockState.PAUSED
                ? null
                : events.stream()
                        .filter(event -> event.type() == ClockEvent.Type.POSTPONEMENT
                                || (event.type() == ClockEvent.Type.PAUSE && event.until() == null))
                        .reduce((first, second) -> second)
                        .orElse(null);
    }
}
