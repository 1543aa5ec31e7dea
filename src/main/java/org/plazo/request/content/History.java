package org.plazo.request.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Direction;
import org.plazo.request.Lifecycle;

/** What happened to an imported request before it came in. */
public record History(
        Direction direction,
        Lifecycle lifecycle,
        @Nullable Instant submittedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant receivedAt,
        @Nullable String channel,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant respondedAt,
        @Nullable Instant closedAt) {}
