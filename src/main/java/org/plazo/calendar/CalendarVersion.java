package org.plazo.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When, by whom and why calendars were put in force.
 *
 * @param reason null: nobody was asked, because no date could move
 * @param finishedAt when the last running deadline had followed; null: some have still to
 */
public record CalendarVersion(
        int version,
        String hash,
        Instant appliedAt,
        String appliedBy,
        @Nullable String reason,
        @Nullable Instant finishedAt) {}
