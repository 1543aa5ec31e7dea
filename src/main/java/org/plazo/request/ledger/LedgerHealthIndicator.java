package org.plazo.request.ledger;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * {@code ledger}: out of service when the last seal is older than two days, or does not stand in the file. Before the first
 * seal it is up.
 */
@Component
class LedgerHealthIndicator extends AbstractHealthIndicator {

    static final Duration LATEST = Duration.ofDays(2);

    private final AnchorRows rows;
    private final AnchorFile file;
    private final Clock clock;

    LedgerHealthIndicator(AnchorRows rows, AnchorFile file, Clock clock) {
        super("The seals over the ledger cannot be read");
        this.rows = rows;
        this.file = file;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        Anchor last = rows.last().orElse(null);
        if (last == null) {
            health.up().withDetail("lastAnchor", "none");
            return;
        }
        boolean inFile = file.read().has(last);
        boolean recent = Duration.between(last.madeAt(), clock.instant()).compareTo(LATEST) <= 0;
        (inFile && recent ? health.up() : health.outOfService())
                .withDetail("lastAnchor", last.madeAt().toString())
                .withDetail("inFile", inFile);
    }
}
