package org.plazo.request;

import org.jspecify.annotations.Nullable;

/** What the register's list is narrowed to; null narrows nothing. {@code authority} is on either side. */
public record RegisterFilter(
        @Nullable Lifecycle lifecycle,
        @Nullable Timeliness timeliness,
        @Nullable String authority) {

    public static final RegisterFilter ALL = new RegisterFilter(null, null, null);
}
