package org.plazo.request.ledger;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import org.plazo.request.Parties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals the ledger every day, on one node. */
@Configuration(proxyBeanMethods = false)
class LedgerTasks {

    @Bean
    RecurringTask<Void> anchorLedger(LedgerAnchors anchors, LedgerSettings settings, Parties parties) {
        return Tasks.recurring("anchor-ledger", new Daily(parties.home().zone(), settings.anchorAt()))
                .execute((instance, context) -> anchors.make());
    }
}
