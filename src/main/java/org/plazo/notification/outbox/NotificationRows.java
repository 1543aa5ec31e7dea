package org.plazo.notification.outbox;

import static org.plazo.notification.outbox.SqlInstants.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Urgency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code notification}, as the sender needs it. The caller has the transaction. */
@Repository
class NotificationRows {

    private static final String COLUMNS =
            "select id, request_id, deadline_id, kind, step, urgency, recipient, gathered from notification n ";

    private static final String NOT_COLLECTED = "n.state = 'PENDING' and n.mail_id is null ";

    private static final String FOR_A_DIGEST = "and (n.urgency = 'ROUTINE' or n.gathered) ";

    private static final int MOST_IDS = 1_000;

    private final JdbcClient jdbc;

    NotificationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Urgent matters that no mail holds yet, locked; those that another thread has locked are left out. */
    List<PendingMatter> lockPressing(int limit) {
        return jdbc.sql(COLUMNS + "where " + NOT_COLLECTED
                        + "and n.urgency <> 'ROUTINE' and not n.gathered order by n.id limit :limit"
                        + " for update skip locked")
                .param("limit", limit)
                .query(NotificationRows::matter)
                .list();
    }

    /**
     * Who has a matter for a digest from {@code oldest} or before, or any that came due by an import, that no mail holds
     * yet. Somebody whose digest has not left yet is left out: it will take these matters along.
     *
     * @param imported whether what came due by an import is told now
     */
    List<String> digestRecipients(Instant oldest, boolean imported) {
        return jdbc.sql("select n.recipient from notification n where " + NOT_COLLECTED + FOR_A_DIGEST + """
                        and (not n.gathered or cast(:imported as boolean))
                        and not exists (select 1 from mail m where m.recipient = n.recipient and m.form = 'DIGEST'
                                           and m.state in ('PENDING', 'RETRY'))
                        group by n.recipient
                        having min(n.created_at) <= :oldest or max(case when n.gathered then 1 else 0 end) = 1
                        order by n.recipient
                        """)
                .param("imported", imported)
                .param("oldest", at(oldest))
                .query(String.class)
                .list();
    }

    /** All matters for a person's digest that no mail holds yet, locked. */
    List<PendingMatter> lockForDigest(String recipient) {
        return jdbc.sql(COLUMNS + "where " + NOT_COLLECTED + FOR_A_DIGEST
                        + "and n.recipient = :recipient order by n.id for update skip locked")
                .param("recipient", recipient)
                .query(NotificationRows::matter)
                .list();
    }

    void attach(long mailId, List<PendingMatter> matters) {
        for (List<Long> some : ids(matters)) {
            jdbc.sql(
                            "update notification set mail_id = :mail where id in (:ids) and state = 'PENDING' and mail_id is null")
                    .param("mail", mailId)
                    .param("ids", some)
                    .update();
        }
    }

    List<PendingMatter> pendingOf(long mailId) {
        return jdbc.sql(COLUMNS + "where n.mail_id = :mail and n.state = 'PENDING' order by n.id")
                .param("mail", mailId)
                .query(NotificationRows::matter)
                .list();
    }

    /** Which matters of a mail are overtaken: a later step of the same deadline was taken for the same person. */
    Set<Long> superseded(List<PendingMatter> matters) {
        Set<Long> superseded = new HashSet<>();
        for (List<Long> some : ids(matters)) {
            superseded.addAll(jdbc.sql("""
                            select n.id from notification n where n.id in (:ids) and exists
                                (select 1 from notification later where later.deadline_id = n.deadline_id
                                    and later.recipient = n.recipient and later.id > n.id)
                            """).param("ids", some).query(Long.class).list());
        }
        return superseded;
    }

    void suppress(long id, Suppression reason, Instant now) {
        jdbc.sql("update notification set state = 'SUPPRESSED', reason = :reason, settled_at = :now where id = :id")
                .param("reason", reason.name())
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    /** Ends all matters of a mail that are still pending. */
    void settle(long mailId, NotificationState state, Instant now) {
        jdbc.sql(
                        "update notification set state = :state, settled_at = :now where mail_id = :mail and state = 'PENDING'")
                .param("state", state.name())
                .param("now", at(now))
                .param("mail", mailId)
                .update();
    }

    /** In parts: a database may limit how many values one statement takes. */
    private static List<List<Long>> ids(List<PendingMatter> matters) {
        List<List<Long>> parts = new ArrayList<>();
        for (int from = 0; from < matters.size(); from += MOST_IDS) {
            parts.add(matters.subList(from, Math.min(from + MOST_IDS, matters.size())).stream()
                    .map(PendingMatter::id)
                    .toList());
        }
        return parts;
    }

    private static PendingMatter matter(ResultSet row, int number) throws SQLException {
        return new PendingMatter(
                row.getLong("id"),
                row.getLong("request_id"),
                row.getLong("deadline_id"),
                DeadlineKind.valueOf(row.getString("kind")),
                row.getString("step"),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("recipient"),
                row.getBoolean("gathered"));
    }
}
