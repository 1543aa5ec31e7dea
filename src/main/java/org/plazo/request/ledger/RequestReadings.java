package org.plazo.request.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.plazo.request.LedgerAction;
import org.plazo.request.rows.RequestLock;
import org.plazo.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters in the ledger who looked at a restricted request, once in ten minutes. */
@Component
public class RequestReadings {

    static final Duration ONE_READING = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final RequestLock lock;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RequestReadings(JdbcClient jdbc, Ledger ledger, RequestLock lock, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.lock = lock;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Returns when it is stored; whoever cannot have his reading entered must not read. */
    public void enter(long requestId, Actor reader) {
        if (isEntered(requestId, reader)) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            lock.lock(requestId);
            if (!isEntered(requestId, reader)) {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                ledger.append(
                        new Ledger.Entry(requestId, LedgerAction.READ, reader.userId(), now, null, null, null, null));
            }
        });
    }

    private boolean isEntered(long requestId, Actor reader) {
        return jdbc.sql("""
                        select count(*) from ledger_event
                        where request_id = ? and actor = ? and action = 'READ' and recorded_at > ?""")
                        .param(requestId)
                        .param(reader.userId())
                        .param(clock.instant().minus(ONE_READING).atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
