package org.plazo.request;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request as a row of the register.
 *
 * @param outcome of the whole request as far as it is known
 * @param runningDeadline what the clock that counts now is for; null if there is none. Of an outgoing request it is what we
 *     owe, else the response, else our review; of an incoming one, of all that run, what is due first
 * @param dueOn of that deadline, like {@code dueAt}; null while it is paused
 * @param promisedAt when the day ends that the counterpart promised; null without a promise and while it is paused
 */
public record RegisterRow(
        long id,
        String reference,
        Direction direction,
        @Nullable String theirReference,
        String kind,
        String requestingAuthority,
        String requestedAuthority,
        String crimeArea,
        String label,
        Urgency urgency,
        Lifecycle lifecycle,
        @Nullable MeasureOutcome outcome,
        Timeliness timeliness,
        boolean restricted,
        @Nullable String handler,
        @Nullable Instant dispatchedAt,
        @Nullable Instant receivedAt,
        @Nullable DeadlineKind runningDeadline,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt,
        @Nullable Instant promisedAt) {

    /** Since when the one that is asked has it, which its age is counted from; null: not yet. */
    public @Nullable Instant since() {
        return direction == Direction.OUTGOING ? dispatchedAt : receivedAt;
    }
}
