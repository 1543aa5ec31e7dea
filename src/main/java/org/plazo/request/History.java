package org.plazo.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to an imported request before it came in. */
record History(
        Lifecycle lifecycle,
        @Nullable Instant submittedAt,
        @Nullable Instant dispatchedAt,
        @Nullable String channel,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant respondedAt,
        @Nullable Instant closedAt) {}
