package org.plazo.document;

import java.time.Clock;
import java.util.Objects;
import org.plazo.document.Document.Withdrawal;
import org.plazo.document.file.DocumentStore;
import org.plazo.document.scan.ScanResult;
import org.plazo.document.scan.ScanResult.Verdict;
import org.plazo.document.scan.VirusScanner;
import org.plazo.request.LedgerAction;
import org.plazo.request.RequestLedger;
import org.plazo.security.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Asks the scanner again about what came while it was away. Without a scanner it all goes on waiting. */
@Component
class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
    private static final int MOST_AT_ONCE = 200;
    private static final int FAILURES_IN_A_ROW = 3;

    private final DocumentRows rows;
    private final DocumentStore store;
    private final ObjectProvider<VirusScanner> scanner;
    private final RequestLedger ledger;
    private final TransactionOperations transaction;
    private final Clock clock;

    Quarantine(
            DocumentRows rows,
            DocumentStore store,
            ObjectProvider<VirusScanner> scanner,
            RequestLedger ledger,
            TransactionOperations transaction,
            Clock clock) {
        this.rows = rows;
        this.store = store;
        this.scanner = scanner;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    void retry() {
        VirusScanner present = scanner.getIfAvailable();
        if (present == null) {
            return;
        }
        int failures = 0;
        for (Document document : rows.quarantined(MOST_AT_ONCE)) {
            ScanResult result = present.scan(store.path(document.storedAs()));
            transaction.executeWithoutResult(status -> settle(document, result));
            failures = result.verdict() == Verdict.NOT_SCANNED ? failures + 1 : 0;
            if (failures == FAILURES_IN_A_ROW) {
                LOG.warn("The virus scanner does not scan: {}", result.detail());
                return;
            }
        }
    }

    /** What is found infected leaves the view for good; the request's ledger says so. */
    private void settle(Document document, ScanResult result) {
        DocumentState state =
                switch (result.verdict()) {
                    case CLEAN -> DocumentState.AVAILABLE;
                    case INFECTED -> DocumentState.INFECTED;
                    case NOT_SCANNED -> DocumentState.QUARANTINED;
                };
        if (!rows.scanned(document.id(), state, result.detail(), clock.instant()) || state != DocumentState.INFECTED) {
            return;
        }
        String finding = Objects.requireNonNullElse(result.detail(), "?");
        if (rows.withdraw(document.id(), new Withdrawal(Actor.SYSTEM.userId(), clock.instant(), finding))) {
            ledger.enter(
                    document.requestId(),
                    LedgerAction.DOCUMENT_WITHDRAWN,
                    Actor.SYSTEM,
                    document.name(),
                    null,
                    document.sha256(),
                    finding);
        }
    }
}
