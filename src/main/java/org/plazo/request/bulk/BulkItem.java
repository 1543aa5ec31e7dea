package org.plazo.request.bulk;

import org.jspecify.annotations.Nullable;

/**
 * One of the requests that a command is for.
 *
 * @param version the one that was read; if the request is another one now, nothing is done to it. Null: whatever it is
 */
public record BulkItem(String reference, @Nullable Long version) {}
