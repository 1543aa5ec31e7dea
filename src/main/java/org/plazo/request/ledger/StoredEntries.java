package org.plazo.request.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plazo.request.LedgerAction;
import org.plazo.request.rows.Columns;

/** Reads entries as the verifier needs them: whatever somebody may have written into the row. */
final class StoredEntries {

    static final String COLUMNS =
            "request_id, seq, hash, recorded_at, effective_at, actor, action, subject, from_value,"
                    + " to_value, reason";

    private StoredEntries() {}

    /**
     * An entry with its link.
     *
     * @param hash null: from before there were chains
     * @param entry null if its action is none
     */
    record Row(long requestId, int seq, @Nullable String hash, Instant recordedAt, Ledger.@Nullable Entry entry) {

        /** Whether it follows: its hash is that of its values behind the link. */
        boolean follows(LedgerChain.Link before) {
            return entry != null
                    && LedgerChain.next(before, recordedAt, entry).equals(new LedgerChain.Link(seq, hash()));
        }

        @Override
        public String hash() {
            return hash == null ? "" : hash;
        }

        boolean isChained() {
            return hash != null;
        }
    }

    static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("request_id"),
                row.getInt("seq"),
                row.getString("hash"),
                Columns.instant(row, "recorded_at"),
                entry(row));
    }

    private static Ledger.@Nullable Entry entry(ResultSet row) throws SQLException {
        LedgerAction action;
        try {
            action = LedgerAction.valueOf(row.getString("action"));
        } catch (IllegalArgumentException e) {
            return null;
        }
        return new Ledger.Entry(
                row.getLong("request_id"),
                action,
                row.getString("actor"),
                Columns.instant(row, "effective_at"),
                row.getString("subject"),
                row.getString("from_value"),
                row.getString("to_value"),
                row.getString("reason"));
    }
}
