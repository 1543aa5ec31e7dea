package org.plazo.document;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** When the store is looked after: at every start, and by one node at a time. */
@Configuration(proxyBeanMethods = false)
class DocumentTasks {

    private final Reconciliation reconciliation;

    DocumentTasks(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() throws IOException {
        reconciliation.run();
    }

    @Bean
    static RecurringTask<Void> checkDocuments(Reconciliation reconciliation) {
        return Tasks.recurring("check-documents", FixedDelay.of(Duration.ofDays(1)))
                .execute((instance, context) -> {
                    try {
                        reconciliation.run();
                        reconciliation.verify();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @Bean
    static RecurringTask<Void> retryDocuments(
            Quarantine quarantine, Reconciliation reconciliation, DocumentSettings settings) {
        return Tasks.recurring("retry-documents", FixedDelay.of(settings.retryInterval()))
                .execute((instance, context) -> {
                    quarantine.retry();
                    try {
                        reconciliation.recheckDamaged();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
