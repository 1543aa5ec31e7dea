package org.plazo.request;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.plazo.security.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets other features enter in a request's ledger what they did with it, in the transaction in which they did it. */
@Component
public class RequestLedger {

    private final Ledger ledger;
    private final DeadlineRows rows;
    private final Clock clock;

    RequestLedger(Ledger ledger, DeadlineRows rows, Clock clock) {
        this.ledger = ledger;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Enters something that happened now. The request stays locked until the transaction ends.
     *
     * @param subject what the action is about, at most 300 characters
     * @param from what was there before, {@code to} what is there now, at most 10,000 characters each
     * @param reason typed by a person, at most 2,000 characters
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(
            long requestId,
            LedgerAction action,
            Actor actor,
            @Nullable String subject,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {
        rows.lockRequest(requestId);
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
