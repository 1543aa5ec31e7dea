package org.plazo.request;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request as a row of the register.
 *
 * @param outcome of the whole request as far as it is known
 * @param runningDeadline what the clock that counts now is for: the response, else our review; null if none runs
 * @param dueOn of that deadline, like {@code dueAt}
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
        @Nullable DeadlineKind runningDeadline,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt) {}
