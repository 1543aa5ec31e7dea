package org.plazo.request.ledger;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.plazo.request.LedgerAction;
import org.plazo.request.rows.RequestLock;
import org.plazo.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains the entries from before there were chains, once, before the first seal; and enters in the ledger which they are,
 * because nothing shows what happened to them until then. Under a seal no entry is ever given a hash.
 */
@Component
class LateChaining {

    private static final int REQUESTS_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final RequestLock lock;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LateChaining(JdbcClient jdbc, Ledger ledger, RequestLock lock, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.lock = lock;
        this.transaction = transaction;
        this.clock = clock;
    }

    void run() {
        List<Long> requests = unchained(Long.MIN_VALUE);
        while (!requests.isEmpty()) {
            requests.forEach(request -> transaction.executeWithoutResult(status -> chain(request)));
            requests = unchained(requests.get(requests.size() - 1));
        }
    }

    private List<Long> unchained(long after) {
        return jdbc.sql("""
                        select distinct request_id from ledger_event where hash is null and request_id > ?
                        order by request_id limit ?""")
                .param(after)
                .param(REQUESTS_AT_ONCE)
                .query(Long.class)
                .list();
    }

    private void chain(long request) {
        lock.lock(request);
        List<StoredEntries.Row> entries = jdbc.sql(
                        "select " + StoredEntries.COLUMNS + " from ledger_event where request_id = ? order by seq")
                .param(request)
                .query(StoredEntries::read)
                .list();
        int late = (int) entries.stream().takeWhile(entry -> !entry.isChained()).count();
        if (!canBeChained(entries, late)) {
            // the verifier names what does not fit
            return;
        }
        LedgerChain.Link last = LedgerChain.START;
        for (StoredEntries.Row entry : entries) {
            last = LedgerChain.next(last, entry.recordedAt(), Objects.requireNonNull(entry.entry()));
            jdbc.sql("update ledger_event set hash = ? where request_id = ? and seq = ?")
                    .param(last.hash())
                    .param(request)
                    .param(last.seq())
                    .update();
        }
        ledger.append(new Ledger.Entry(
                request,
                LedgerAction.CHAINED,
                Actor.SYSTEM.userId(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Integer.toString(late),
                null,
                null,
                null));
    }

    /** The entries without a hash come first, and what was chained behind them fits as it was chained then. */
    private static boolean canBeChained(List<StoredEntries.Row> entries, int late) {
        LedgerChain.Link last = new LedgerChain.Link(late, LedgerChain.START.hash());
        for (int i = 0; i < entries.size(); i++) {
            StoredEntries.Row entry = entries.get(i);
            if (entry.seq() != i + 1 || entry.entry() == null || (i >= late && !entry.follows(last))) {
                return false;
            }
            if (i >= late) {
                last = new LedgerChain.Link(entry.seq(), entry.hash());
            }
        }
        return true;
    }
}
