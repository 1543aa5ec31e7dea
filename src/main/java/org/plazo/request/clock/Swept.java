package org.plazo.request.clock;

import java.util.List;
import org.plazo.request.ClockEvent;
import org.plazo.request.RequestDeadline;
import org.plazo.request.UnstoppedDeadline;

/**
 * A deadline that nobody has stopped, with what its date is computed from.
 *
 * @param authority code of the counterpart's authority
 */
record Swept(
        RequestDeadline deadline, String reference, String authority, String classification, List<ClockEvent> events) {

    ClockLog log() {
        return ClockLog.of(events, deadline.limit().zone());
    }

    UnstoppedDeadline unstopped() {
        ClockLog log = log();
        return new UnstoppedDeadline(deadline, log.countedFrom(), log.pauses(), log.extensions());
    }
}
