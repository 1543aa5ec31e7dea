package org.plazo.workflow.change;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.plazo.workflow.policy.Policies;
import org.plazo.workflow.policy.PolicyTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets running deadlines follow the tables that were applied to them, each in a transaction of its own. Which have still to
 * follow shows in the deadlines themselves, so a crash needs no repair.
 */
@Component
class PolicyFollower {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyFollower.class);

    /** A deadline that was opened in the very moment of the decision may still have the tables of before. */
    private static final Duration LOOKS_AGAIN = Duration.ofMinutes(15);

    private final PolicyRows rows;
    private final PolicyComparison comparison;
    private final PolicyStep step;
    private final Policies policies;
    private final Clock clock;
    private volatile Instant looked = Instant.MIN;

    PolicyFollower(PolicyRows rows, PolicyComparison comparison, PolicyStep step, Policies policies, Clock clock) {
        this.rows = rows;
        this.comparison = comparison;
        this.step = step;
        this.policies = policies;
        this.clock = clock;
    }

    /** Goes on if there is something left, or if nobody has looked for a while. */
    void run(BooleanSupplier goOn) {
        Instant now = clock.instant();
        rows.latest(1).stream()
                .filter(PolicyApplication::running)
                .filter(application -> application.finishedAt() == null
                        || looked.plus(LOOKS_AGAIN).isBefore(now))
                .forEach(application -> {
                    looked = now;
                    follow(application, goOn);
                });
    }

    private void follow(PolicyApplication application, BooleanSupplier goOn) {
        PolicyTables tables = policies.versions(application.timeLimits(), application.ladder());
        List<long[]> left = new ArrayList<>();
        comparison.different(
                tables,
                some -> some.forEach(each -> left.add(
                        new long[] {each.request().id(), each.deadline().id()})));
        boolean all = true;
        for (long[] ids : left) {
            if (!goOn.getAsBoolean()) {
                return;
            }
            all &= followed(application, ids[0], ids[1]);
        }
        if (all) {
            rows.finished(application.number(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }

    private boolean followed(PolicyApplication application, long requestId, long deadlineId) {
        try {
            step.follow(application, requestId, deadlineId);
            return true;
        } catch (RuntimeException e) {
            LOG.error("Deadline {} does not follow decision {} on policies yet", deadlineId, application.number(), e);
            return false;
        }
    }
}
