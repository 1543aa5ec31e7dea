package org.plazo.notification.outbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.plazo.notification.NotificationSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the drain, and looks for what waits for administrators, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class DrainTask {

    private static final Duration BETWEEN_NOTICES = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> writeNotices(Notices notices) {
        return Tasks.recurring("write-notices", FixedDelay.of(BETWEEN_NOTICES))
                .execute((instance, context) -> notices.write());
    }

    @Bean
    RecurringTask<Void> drainOutbox(Drain drain, NotificationSettings settings) {
        return Tasks.recurring("drain-outbox", FixedDelay.of(settings.drainInterval()))
                .execute((instance, context) -> drain.run());
    }
}
