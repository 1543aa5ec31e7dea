package org.plazo.request.bulk;

import org.jspecify.annotations.Nullable;
import org.plazo.request.Lifecycle;

/** One of the chosen requests, as a reader recognizes it. */
public record BulkRow(
        String reference,
        long version,
        String label,
        String requestedAuthority,
        Lifecycle lifecycle,
        @Nullable String handler) {}
