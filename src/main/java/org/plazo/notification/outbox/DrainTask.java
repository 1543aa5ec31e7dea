package org.plazo.notification.outbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.plazo.notification.NotificationSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the drain on one node at a time. */
@Configuration(proxyBeanMethods = false)
class DrainTask {

    @Bean
    RecurringTask<Void> drainOutbox(Drain drain, NotificationSettings settings) {
        return Tasks.recurring("drain-outbox", FixedDelay.of(settings.drainInterval()))
                .execute((instance, context) -> drain.run());
    }
}
