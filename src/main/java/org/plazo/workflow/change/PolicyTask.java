package org.plazo.workflow.change;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets deadlines follow the tables, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class PolicyTask {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Between two turns others get the scheduler's thread. */
    private static final int DEADLINES_IN_A_TURN = 1_000;

    @Bean
    RecurringTask<Void> followPolicies(PolicyFollower follower) {
        return Tasks.recurring("follow-policies", FixedDelay.of(PAUSE)).execute((instance, context) -> {
            AtomicInteger left = new AtomicInteger(DEADLINES_IN_A_TURN);
            follower.run(() ->
                    left.getAndDecrement() > 0 && !context.getSchedulerState().isShuttingDown());
        });
    }
}
