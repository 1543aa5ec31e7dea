package org.plazo.request.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plazo.request.LedgerAction;
import org.plazo.request.rows.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every change of every request, in the transaction of the change. Entries are added and read, nothing else. */
@Component
public class Ledger {

    private final JdbcClient jdbc;
    private final LedgerChain chain;
    private final Clock clock;

    Ledger(JdbcClient jdbc, LedgerChain chain, Clock clock) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * What is entered.
     *
     * @param effectiveAt when it really happened
     * @param subject code of what the action is about: a deadline, a step, an outcome
     * @param from the state or date before, {@code to} the one after
     * @param reason typed by a person
     */
    public record Entry(
            long requestId,
            LedgerAction action,
            String actor,
            Instant effectiveAt,
            @Nullable String subject,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {}

    /** Adds an entry to the request's chain. The caller holds the lock of the request's row, or has just inserted it. */
    public void append(Entry entry) {
        Instant recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LedgerChain.Link last = chain.last(entry.requestId());
        LedgerChain.Link next = LedgerChain.next(last, recordedAt, entry);
        jdbc.sql("""
                        insert into ledger_event
                          (request_id, seq, hash, recorded_at, effective_at, actor, action, subject, from_value,
                           to_value, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(entry.requestId())
                .param(next.seq())
                .param(next.hash())
                .param(recordedAt.atOffset(ZoneOffset.UTC))
                .param(entry.effectiveAt().atOffset(ZoneOffset.UTC))
                .param(entry.actor())
                .param(entry.action().name())
                .param(entry.subject())
                .param(entry.from())
                .param(entry.to())
                .param(entry.reason())
                .update();
    }

    /** Whether one of these things was done to the request. */
    public boolean has(long requestId, Set<LedgerAction> actions) {
        return jdbc.sql("select count(*) from ledger_event where request_id = :request and action in (:actions)")
                        .param("request", requestId)
                        .param("actions", actions.stream().map(Enum::name).toList())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether a person has done one of these things to the request. */
    public boolean has(long requestId, String actor, Set<LedgerAction> actions) {
        return jdbc.sql("""
                        select count(*) from ledger_event
                        where request_id = :request and actor = :actor and action in (:actions)""")
                        .param("request", requestId)
                        .param("actor", actor)
                        .param("actions", actions.stream().map(Enum::name).toList())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** An entry as it was stored. */
    public record Stored(long id, Instant recordedAt, Entry entry) {}

    /** In the order in which they were entered. */
    public List<Stored> of(long requestId) {
        return jdbc.sql("""
                        select id, recorded_at, effective_at, actor, action, subject, from_value, to_value, reason
                        from ledger_event where request_id = ? order by seq""")
                .param(requestId)
                .query((row, n) -> new Stored(
                        row.getLong("id"),
                        Columns.instant(row, "recorded_at"),
                        new Entry(
                                requestId,
                                LedgerAction.valueOf(row.getString("action")),
                                row.getString("actor"),
                                Columns.instant(row, "effective_at"),
                                row.getString("subject"),
                                row.getString("from_value"),
                                row.getString("to_value"),
                                row.getString("reason"))))
                .list();
    }
}
