package org.plazo.request;

import java.time.Instant;
import java.util.List;
import org.plazo.deadline.ClockExtension;
import org.plazo.deadline.ClockPause;

/**
 * A deadline that runs or is paused, with what its date is computed from beside the limit.
 *
 * @param countedFrom the start of the clock, or its last new start
 */
public record UnstoppedDeadline(
        RequestDeadline deadline, Instant countedFrom, List<ClockPause> pauses, List<ClockExtension> extensions) {

    public UnstoppedDeadline {
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
    }
}
