package org.plazo.request.ledger;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.plazo.request.LedgerAction;
import org.plazo.request.RequestLedger;
import org.plazo.request.rows.RequestLock;
import org.plazo.security.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Appends to the ledger under the request's lock. */
@Component
class EnteredLedger implements RequestLedger {

    private final Ledger ledger;
    private final RequestLock lock;
    private final Clock clock;

    EnteredLedger(Ledger ledger, RequestLock lock, Clock clock) {
        this.ledger = ledger;
        this.lock = lock;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(
            long requestId,
            LedgerAction action,
            Actor actor,
            @Nullable String subject,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {
        lock.lock(requestId);
        ledger.append(new Ledger.Entry(
                requestId,
                action,
                actor.userId(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                subject,
                from,
                to,
                reason));
    }
}
