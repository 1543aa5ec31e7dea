package org.plazo.notification.outbox;

import static org.plazo.notification.outbox.SqlInstants.at;

import java.time.Instant;
import java.util.Optional;
import org.plazo.notification.WaitingDecision.Topic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code notice}: who is told by which mail of what waits for administrators. The caller has the transaction. */
@Repository
class NoticeRows {

    /** @param version of what waits when the mail was written */
    record Notice(Topic topic, String version) {}

    private final JdbcClient jdbc;

    NoticeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isTold(Notice notice, String recipient) {
        return jdbc.sql("select count(*) from notice where topic = ? and version = ? and recipient = ?")
                        .param(notice.topic().name())
                        .param(notice.version())
                        .param(recipient)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another transaction has told him of it */
    void insert(Notice notice, String recipient, long mail, Instant now) {
        jdbc.sql("insert into notice (topic, version, recipient, mail_id, created_at) values (?, ?, ?, ?, ?)")
                .param(notice.topic().name())
                .param(notice.version())
                .param(recipient)
                .param(mail)
                .param(at(now))
                .update();
    }

    Optional<Notice> ofMail(long mail) {
        return jdbc.sql("select topic, version from notice where mail_id = ?")
                .param(mail)
                .query((row, number) -> new Notice(Topic.valueOf(row.getString("topic")), row.getString("version")))
                .optional();
    }
}
