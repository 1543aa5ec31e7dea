package org.plazo.workflow.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator decided about changed tables.
 *
 * @param timeLimits version of the time limits in force since then
 * @param ladder version of the escalation ladder in force since then
 * @param running whether running deadlines follow them; else they count for new ones only
 * @param finishedAt when the last running deadline had followed; null: some have still to
 */
public record PolicyApplication(
        int number,
        String hash,
        int timeLimits,
        int ladder,
        boolean running,
        Instant appliedAt,
        String appliedBy,
        String reason,
        @Nullable Instant finishedAt) {}
