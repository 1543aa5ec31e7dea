package org.plazo.notification.outbox;

import static org.plazo.notification.outbox.SqlInstants.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
            "select id, request_id, deadline_id, kind, step, urgency, recipient from notification n ";

    private static final String NOT_COLLECTED = "n.state = 'PENDING' and n.mail_id is null ";

    private final JdbcClient jdbc;

    NotificationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Urgent matters that no mail holds yet, locked; those that another thread has locked are left out. */
    List<PendingMatter> lockPressing(int limit) {
        return jdbc.sql(COLUMNS + "where " + NOT_COLLECTED
                        + "and n.urgency <> 'ROUTINE' order by n.id limit :limit for update skip locked")
                .param("limit", limit)
                .query(NotificationRows::matter)
                .list();
    }

    /**
     * Who has a routine matter from {@code oldest} or before that no mail holds yet. Somebody whose digest has not left
     * yet is left out: it will take these matters along.
     */
    List<String> digestRecipients(Instant oldest) {
        return jdbc.sql("select n.recipient from notification n where " + NOT_COLLECTED + """
                        and n.urgency = 'ROUTINE'
                        and not exists (select 1 from mail m where m.recipient = n.recipient and m.form = 'DIGEST'
                                           and m.state in ('PENDING', 'RETRY'))
                        group by n.recipient having min(n.created_at) <= :oldest order by n.recipient
                        """)
                .param("oldest", at(oldest))
                .query(String.class)
                .list();
    }

    /** All routine matters for a person that no mail holds yet, locked. */
    List<PendingMatter> lockRoutine(String recipient) {
        return jdbc.sql(COLUMNS + "where " + NOT_COLLECTED
                        + "and n.urgency = 'ROUTINE' and n.recipient = :recipient order by n.id for update skip locked")
                .param("recipient", recipient)
                .query(NotificationRows::matter)
                .list();
    }

    void attach(long mailId, List<PendingMatter> matters) {
        if (matters.isEmpty()) {
            return;
        }
        jdbc.sql("update notification set mail_id = :mail where id in (:ids) and state = 'PENDING' and mail_id is null")
                .param("mail", mailId)
                .param("ids", ids(matters))
                .update();
    }

    List<PendingMatter> pendingOf(long mailId) {
        return jdbc.sql(COLUMNS + "where n.mail_id = :mail and n.state = 'PENDING' order by n.id")
                .param("mail", mailId)
                .query(NotificationRows::matter)
                .list();
    }

    /** Which matters of a mail are overtaken: a later step of the same deadline was taken for the same person. */
    Set<Long> superseded(List<PendingMatter> matters) {
        if (matters.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("""
                        select n.id from notification n where n.id in (:ids) and exists
                            (select 1 from notification later where later.deadline_id = n.deadline_id
                                and later.recipient = n.recipient and later.id > n.id)
                        """).param("ids", ids(matters)).query(Long.class).set();
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

    private static List<Long> ids(List<PendingMatter> matters) {
        return matters.stream().map(PendingMatter::id).toList();
    }

    private static PendingMatter matter(ResultSet row, int number) throws SQLException {
        return new PendingMatter(
                row.getLong("id"),
                row.getLong("request_id"),
                row.getLong("deadline_id"),
                DeadlineKind.valueOf(row.getString("kind")),
                row.getString("step"),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("recipient"));
    }
}
