package org.plazo.request.query;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Timeliness;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From when on a request counts as due soon, and as long overdue.
 *
 * @param dueSoon how long before the due instant, inclusive
 * @param longOverdue how long after the due instant, exclusive
 */
@ConfigurationProperties("plazo.timeliness")
public record TimelinessBounds(
        @DefaultValue("10d") Duration dueSoon,
        @DefaultValue("30d") Duration longOverdue) {

    public TimelinessBounds {
        if (dueSoon.isNegative() || longOverdue.isNegative()) {
            throw new IllegalArgumentException("plazo.timeliness: due-soon and long-overdue must not be negative");
        }
    }

    /**
     * @param clock whether there is a clock, running or paused
     * @param dueAt null while it is paused
     * @param promisedAt when the promised day ends; null without a promise
     */
    Timeliness of(boolean clock, @Nullable Instant dueAt, @Nullable Instant promisedAt, Instant now) {
        if (clock && dueAt == null) {
            return Timeliness.PAUSED;
        }
        return dueAt != null && promisedAt != null && now.isAfter(promisedAt)
                ? Timeliness.PROMISE_BROKEN
                : of(dueAt, now);
    }

    /** At the due instant itself a request is not overdue yet. */
    Timeliness of(@Nullable Instant dueAt, Instant now) {
        if (dueAt == null) {
            return Timeliness.NO_DEADLINE;
        }
        if (now.isAfter(dueAt)) {
            return now.isAfter(dueAt.plus(longOverdue)) ? Timeliness.LONG_OVERDUE : Timeliness.OVERDUE;
        }
        return now.isBefore(dueAt.minus(dueSoon)) ? Timeliness.ON_TIME : Timeliness.DUE_SOON;
    }

    /** Due instants after this one are on time. */
    Instant soonUntil(Instant now) {
        return now.plus(dueSoon);
    }

    /** Due instants before this one are long overdue. */
    Instant longBefore(Instant now) {
        return now.minus(longOverdue);
    }
}
