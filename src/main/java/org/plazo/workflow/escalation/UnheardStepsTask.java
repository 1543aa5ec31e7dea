package org.plazo.workflow.escalation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for somebody who may be told every ten minutes, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class UnheardStepsTask {

    @Bean
    RecurringTask<Void> tellUnheardSteps(UnheardSteps steps) {
        return Tasks.recurring("tell-unheard-steps", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> steps.tryAgain());
    }
}
