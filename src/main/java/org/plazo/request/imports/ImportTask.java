package org.plazo.request.imports;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets imports go on, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class ImportTask {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Between two turns others get the scheduler's thread. */
    private static final int TRANSACTIONS_IN_A_TURN = 60;

    @Bean
    RecurringTask<Void> storeImportedRows(ImportRunner runner) {
        return Tasks.recurring("store-imported-rows", FixedDelay.of(PAUSE)).execute((instance, context) -> {
            AtomicInteger left = new AtomicInteger(TRANSACTIONS_IN_A_TURN);
            runner.run(() ->
                    left.getAndDecrement() > 0 && !context.getSchedulerState().isShuttingDown());
        });
    }
}
