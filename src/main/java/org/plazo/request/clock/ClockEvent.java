package org.plazo.request.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.LimitUnit;

/**
 * Something that happened to a clock.
 *
 * @param effectiveAt when it happened; it may be entered later
 * @param amount how much more time an EXTENSION grants, in {@code unit}; null otherwise
 */
record ClockEvent(
        Type type,
        Instant effectiveAt,
        @Nullable Integer amount,
        @Nullable LimitUnit unit) {

    /** What can happen to a clock. */
    enum Type {
        START,
        PAUSE,
        RESUME,
        EXTENSION,
        STOP,
        RESTART
    }

    static ClockEvent at(Type type, Instant effectiveAt) {
        return new ClockEvent(type, effectiveAt, null, null);
    }
}
