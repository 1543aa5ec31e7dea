package org.plazo.notification.outbox;

import static org.plazo.notification.outbox.SqlInstants.at;
import static org.plazo.notification.outbox.SqlInstants.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plazo.notification.mail.OutgoingMail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The table {@code mail}, as the sender needs it. The caller has the transaction. */
@Repository
class MailRows {

    private static final int LONGEST_TEXT = 500;

    private final JdbcClient jdbc;

    MailRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(String recipient, MailForm form, String messageId, Instant now) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into mail (recipient, form, message_id, state, attempts, not_before, resent, created_at)
                        values (:recipient, :form, :message_id, 'PENDING', 0, :now, false, :now)
                        """)
                .param("recipient", recipient)
                .param("form", form.name())
                .param("message_id", messageId)
                .param("now", at(now))
                .update(key, "id");
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("the database gave the new mail no id");
        }
        return id.longValue();
    }

    /**
     * The next mail whose time has come, urgent ones first, taken for the duration of the lease. A row that another
     * thread is taking at this moment is passed over.
     */
    Optional<ClaimedMail> claim(Instant now, Duration lease) {
        Instant leaseUntil = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
        Optional<ClaimedMail> next = jdbc.sql("""
                        select id, recipient, form, message_id, state, attempts, resent, created_at from mail
                         where not_before <= :now
                           and (state in ('PENDING', 'RETRY') or (state = 'UNKNOWN' and not resent))
                         order by case form when 'SINGLE' then 0 else 1 end, not_before, id
                         limit 1 for update skip locked
                        """)
                .param("now", at(now))
                .query((row, number) -> claimed(row, leaseUntil))
                .optional();
        next.ifPresent(mail -> jdbc.sql("""
                        update mail set state = 'SENDING', attempts = :attempts, resent = :resent, lease_until = :lease,
                               tried_at = :now
                         where id = :id
                        """)
                .param("attempts", mail.attempts())
                .param("resent", mail.resent())
                .param("lease", at(leaseUntil))
                .param("now", at(now))
                .param("id", mail.id())
                .update());
        return next;
    }

    private static ClaimedMail claimed(ResultSet row, Instant leaseUntil) throws SQLException {
        MailState before = MailState.valueOf(row.getString("state"));
        return new ClaimedMail(
                row.getLong("id"),
                row.getString("recipient"),
                MailForm.valueOf(row.getString("form")),
                row.getString("message_id"),
                before,
                row.getInt("attempts") + 1,
                before == MailState.UNKNOWN || row.getBoolean("resent"),
                instant(row, "created_at"),
                leaseUntil);
    }

    /** Keeps what is about to be sent. */
    void compose(OutgoingMail mail) {
        jdbc.sql("""
                        update mail set address = :address, language = :language, subject = :subject, text_body = :text,
                               html_body = :html
                         where id = :id
                        """)
                .param("address", mail.address())
                .param("language", mail.language().toLanguageTag())
                .param("subject", mail.subject())
                .param("text", mail.text())
                .param("html", mail.html())
                .param("id", mail.id())
                .update();
    }

    /** Writes how an attempt ended; false if the row is no longer this thread's, because its lease ended before. */
    boolean finish(ClaimedMail mail, Ending ending, Instant now) {
        return jdbc.sql("""
                                update mail set state = :state, attempts = :attempts, not_before = :not_before,
                                       lease_until = null, failure = :failure, last_code = :code, last_text = :text,
                                       sent_at = :sent_at
                                 where id = :id and state = 'SENDING' and lease_until = :lease
                                """)
                        .param("state", ending.state().name())
                        .param("attempts", ending.countsAsAttempt() ? mail.attempts() : mail.attempts() - 1)
                        .param("not_before", at(ending.notBefore()))
                        .param(
                                "failure",
                                ending.failure() == null
                                        ? null
                                        : ending.failure().name())
                        .param("code", ending.code())
                        .param("text", shortened(ending.text()))
                        .param("sent_at", ending.state() == MailState.SENT ? at(now) : null)
                        .param("id", mail.id())
                        .param("lease", at(mail.leaseUntil()))
                        .update()
                == 1;
    }

    /** Nothing is tried before that instant: the channel is down for every mail. */
    void holdBack(Instant until) {
        jdbc.sql("update mail set not_before = :until where state in ('PENDING', 'RETRY') and not_before < :until")
                .param("until", at(until))
                .update();
    }

    /** Mails whose sender vanished: nobody knows whether they were taken. Returns those that will not be sent again. */
    List<Long> markInterrupted(Instant now, Instant resendAt) {
        jdbc.sql("""
                        update mail set state = 'UNKNOWN', failure = 'INTERRUPTED', last_code = null, last_text = null,
                               lease_until = null, not_before = :resend_at
                         where state = 'SENDING' and lease_until < :now
                        """).param("resend_at", at(resendAt)).param("now", at(now)).update();
        return jdbc.sql("select distinct m.id from mail m join notification n on n.mail_id = m.id"
                        + " where m.state = 'UNKNOWN' and m.resent and n.state = 'PENDING'")
                .query(Long.class)
                .list();
    }

    private static @Nullable String shortened(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String oneLine = text.replaceAll("\\p{Cntrl}+", " ");
        return oneLine.substring(0, Math.min(oneLine.length(), LONGEST_TEXT));
    }
}
