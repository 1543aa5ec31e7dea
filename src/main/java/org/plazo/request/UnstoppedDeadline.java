package org.plazo.request;

import java.util.List;
import org.plazo.deadline.ClockExtension;
import org.plazo.deadline.ClockPause;

/** A deadline that runs or is paused, with what its date is computed from beside limit and start. */
public record UnstoppedDeadline(RequestDeadline deadline, List<ClockPause> pauses, List<ClockExtension> extensions) {

    public UnstoppedDeadline {
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
    }
}
