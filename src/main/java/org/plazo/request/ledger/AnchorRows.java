package org.plazo.request.ledger;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plazo.request.rows.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The seals, and the heads of chains that each covers. Rows are added and read, nothing else. */
@Repository
class AnchorRows {

    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;

    AnchorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last entry of a chain under a seal. */
    record Head(long anchor, long requestId, int seq, String hash, int accessClass, String reference) {}

    Optional<Anchor> last() {
        return latest(1).stream().findFirst();
    }

    /** The newest first. */
    List<Anchor> latest(int most) {
        return jdbc.sql("select number, made_at, heads, hash from ledger_anchor order by number desc limit ?")
                .param(most)
                .query(AnchorRows::anchor)
                .list();
    }

    /** The seals behind a number, in order. */
    List<Anchor> after(long number, int most) {
        return jdbc.sql(
                        "select number, made_at, heads, hash from ledger_anchor where number > ? order by number limit ?")
                .param(number)
                .param(most)
                .query(AnchorRows::anchor)
                .list();
    }

    /** Takes the number first: whoever makes the same seal at the same time fails here. */
    void begin(long number, Instant at) {
        jdbc.sql("insert into ledger_anchor (number, made_at, heads, hash) values (?, ?, 0, '')")
                .param(number)
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Puts the chains under the seal that have grown since the one before, and those that are new. */
    void collectHeads(long number) {
        jdbc.sql("""
                        insert into ledger_anchor_head (anchor, request_id, seq, hash, access_class, reference)
                        select cast(? as bigint), e.request_id, e.seq, e.hash, r.access_class, r.reference
                        from ledger_event e join cooperation_request r on r.id = e.request_id
                        where e.hash is not null
                          and not exists (select 1 from ledger_event later
                                           where later.request_id = e.request_id and later.seq > e.seq)
                          and not exists (select 1 from ledger_anchor_head h
                                           where h.request_id = e.request_id and h.seq >= e.seq)""").param(number).update();
    }

    void finish(Anchor anchor) {
        jdbc.sql("update ledger_anchor set heads = ?, hash = ? where number = ?")
                .param(anchor.heads())
                .param(anchor.hash())
                .param(anchor.number())
                .update();
    }

    /** What the seal must be, from the one before and the heads as they stand in the table. */
    Anchor computed(@Nullable Anchor before, long number, Instant at) {
        MessageDigest digest = LedgerChain.sha256();
        LedgerChain.feed(digest, before == null ? "" : before.hash());
        LedgerChain.feed(digest, Long.toString(number));
        LedgerChain.feed(digest, at.toString());
        long heads = 0;
        long request = Long.MIN_VALUE;
        int seq = 0;
        for (List<Head> some = headsOf(number, request, seq); !some.isEmpty(); some = headsOf(number, request, seq)) {
            for (Head head : some) {
                LedgerChain.feed(digest, Long.toString(head.requestId()));
                LedgerChain.feed(digest, Integer.toString(head.seq()));
                LedgerChain.feed(digest, head.hash());
                request = head.requestId();
                seq = head.seq();
            }
            heads += some.size();
        }
        return new Anchor(number, at, heads, HexFormat.of().formatHex(digest.digest()));
    }

    private List<Head> headsOf(long anchor, long request, int seq) {
        return jdbc.sql("""
                        select anchor, request_id, seq, hash, access_class, reference from ledger_anchor_head
                        where anchor = :anchor and request_id >= :request
                          and (request_id > :request or seq > :seq)
                        order by request_id, seq limit :most""")
                .param("anchor", anchor)
                .param("request", request)
                .param("seq", seq)
                .param("most", AT_ONCE)
                .query(AnchorRows::head)
                .list();
    }

    /** The heads of some requests, {@code after} exclusive, {@code upTo} inclusive; by request, then in order. */
    List<Head> headsOf(long after, long upTo) {
        return jdbc.sql("""
                        select anchor, request_id, seq, hash, access_class, reference from ledger_anchor_head
                        where request_id > ? and request_id <= ? order by request_id, seq""").param(after).param(upTo).query(AnchorRows::head).list();
    }

    private static Anchor anchor(ResultSet row, int number) throws SQLException {
        return new Anchor(
                row.getLong("number"), Columns.instant(row, "made_at"), row.getLong("heads"), row.getString("hash"));
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                row.getLong("anchor"),
                row.getLong("request_id"),
                row.getInt("seq"),
                row.getString("hash"),
                row.getInt("access_class"),
                row.getString("reference"));
    }
}
