package org.plazo.document;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.plazo.document.DocumentRows.Damage;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * {@code documents}: out of service when a stored file is missing or is not what was uploaded, when files lie there that no
 * row knows, or when a document has been waiting too long for the virus scanner.
 */
@Component
class DocumentsHealthIndicator extends AbstractHealthIndicator {

    private final DocumentRows rows;
    private final Reconciliation reconciliation;
    private final DocumentSettings settings;
    private final Clock clock;

    DocumentsHealthIndicator(DocumentRows rows, Reconciliation reconciliation, DocumentSettings settings, Clock clock) {
        super("The table of documents cannot be read");
        this.rows = rows;
        this.reconciliation = reconciliation;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        long missing = rows.countDamaged(Damage.MISSING);
        long changed = rows.countDamaged(Damage.CHANGED);
        DocumentRows.Waiting waiting = rows.waiting();
        int orphans = reconciliation.orphansLeft();
        Instant oldest = waiting.oldest();
        Duration age = oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
        boolean good = missing + changed + orphans == 0 && age.compareTo(settings.alarmAfter()) <= 0;
        (good ? health.up() : health.outOfService())
                .withDetail("missing", missing)
                .withDetail("changed", changed)
                .withDetail("filesWithoutRow", orphans)
                .withDetail("quarantined", waiting.count())
                .withDetail("oldestQuarantinedSeconds", Math.max(0, age.toSeconds()));
    }
}
