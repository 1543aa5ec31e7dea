package org.plazo.notification.outbox;

import static org.plazo.notification.outbox.SqlInstants.instant;
import static org.plazo.notification.outbox.SqlInstants.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plazo.request.DeadlineKind;
import org.plazo.request.ReadableRequests;
import org.plazo.request.Urgency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the outbox for pages. */
@Repository
public class OutboxQueries {

    private static final String ENTRIES = """
            select n.id, n.request_id, n.kind, n.step, n.urgency, n.recipient, n.state, n.reason, n.created_at,
                   n.settled_at, n.mail_id, m.state as mail_state, m.attempts, m.failure, m.last_code, m.not_before,
                   m.resent
              from notification n left join mail m on m.id = n.mail_id
            """;

    private static final String FILTER = """
             where (cast(:state as varchar(10)) is null or n.state = :state)
               and (cast(:recipient as varchar(255)) is null or n.recipient = :recipient) and
            """;

    private static final int MOST_OF_A_REQUEST = 200;

    private final JdbcClient jdbc;

    OutboxQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest first.
     *
     * @param state null: all
     * @param recipient user id; null: all
     * @param readable whose requests are shown
     * @param page from 0
     */
    public List<NotificationEntry> list(
            @Nullable NotificationState state,
            @Nullable String recipient,
            ReadableRequests readable,
            int page,
            int size) {
        Map<String, Object> parameters = new HashMap<>();
        String visible = readable.condition("n.request_id", parameters);
        return jdbc.sql(ENTRIES + FILTER + visible + " order by n.id desc limit :size offset :offset")
                .params(parameters)
                .param("state", state == null ? null : state.name())
                .param("recipient", recipient)
                .param("size", size)
                .param("offset", (long) page * size)
                .query(OutboxQueries::entry)
                .list();
    }

    /**
     * The next ones of a list that is read to its end, the newest first.
     *
     * @param before only those with a lower number; {@link Long#MAX_VALUE} for the first ones
     */
    public List<NotificationEntry> next(
            @Nullable NotificationState state,
            @Nullable String recipient,
            ReadableRequests readable,
            long before,
            int size) {
        Map<String, Object> parameters = new HashMap<>();
        String visible = readable.condition("n.request_id", parameters);
        return jdbc.sql(ENTRIES + FILTER + visible + " and n.id < :before order by n.id desc limit :size")
                .params(parameters)
                .param("state", state == null ? null : state.name())
                .param("recipient", recipient)
                .param("before", before)
                .param("size", size)
                .query(OutboxQueries::entry)
                .list();
    }

    public long count(@Nullable NotificationState state, @Nullable String recipient, ReadableRequests readable) {
        Map<String, Object> parameters = new HashMap<>();
        String visible = readable.condition("n.request_id", parameters);
        return jdbc.sql("select count(*) from notification n" + FILTER + visible)
                .params(parameters)
                .param("state", state == null ? null : state.name())
                .param("recipient", recipient)
                .query(Long.class)
                .single();
    }

    /** The newest of one request, the newest first. */
    public List<NotificationEntry> ofRequest(long requestId) {
        return jdbc.sql(ENTRIES + " where n.request_id = :request order by n.id desc limit :most")
                .param("request", requestId)
                .param("most", MOST_OF_A_REQUEST)
                .query(OutboxQueries::entry)
                .list();
    }

    /** Those of the mails that tell, or told, of a request that is not among the readable ones. */
    public Set<Long> hidden(Collection<Long> mailIds, ReadableRequests readable) {
        if (mailIds.isEmpty()) {
            return Set.of();
        }
        Map<String, Object> parameters = new HashMap<>();
        String visible = readable.condition("n.request_id", parameters);
        return Set.copyOf(
                jdbc.sql("select distinct n.mail_id from notification n where n.mail_id in (:mails) and not " + visible)
                        .params(parameters)
                        .param("mails", mailIds)
                        .query(Long.class)
                        .list());
    }

    /** What a mail tells or told of, in the order in which it became pending. */
    public List<NotificationEntry> ofMail(long mailId) {
        return jdbc.sql(ENTRIES + " where n.mail_id = :mail order by n.id")
                .param("mail", mailId)
                .query(OutboxQueries::entry)
                .list();
    }

    public Optional<MailEntry> mail(long id) {
        return jdbc.sql("select * from mail where id = :id")
                .param("id", id)
                .query(OutboxQueries::mail)
                .optional();
    }

    private static NotificationEntry entry(ResultSet row, int number) throws SQLException {
        MailState mailState = orNull(row.getString("mail_state"), MailState::valueOf);
        return new NotificationEntry(
                row.getLong("id"),
                row.getLong("request_id"),
                DeadlineKind.valueOf(row.getString("kind")),
                row.getString("step"),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("recipient"),
                NotificationState.valueOf(row.getString("state")),
                orNull(row.getString("reason"), Suppression::valueOf),
                instant(row, "created_at"),
                instantOrNull(row, "settled_at"),
                mailState == null ? null : row.getLong("mail_id"),
                mailState,
                row.getInt("attempts"),
                orNull(row.getString("failure"), Failure::valueOf),
                row.getObject("last_code", Integer.class),
                mailState == null ? null : nextAttempt(row, mailState));
    }

    private static MailEntry mail(ResultSet row, int number) throws SQLException {
        MailState state = MailState.valueOf(row.getString("state"));
        return new MailEntry(
                row.getLong("id"),
                row.getString("recipient"),
                MailForm.valueOf(row.getString("form")),
                state,
                row.getString("message_id"),
                row.getString("address"),
                row.getString("language"),
                row.getString("subject"),
                row.getString("text_body"),
                row.getString("html_body"),
                row.getInt("attempts"),
                orNull(row.getString("failure"), Failure::valueOf),
                row.getObject("last_code", Integer.class),
                row.getString("last_text"),
                instant(row, "created_at"),
                instantOrNull(row, "tried_at"),
                instantOrNull(row, "sent_at"),
                nextAttempt(row, state));
    }

    private static @Nullable Instant nextAttempt(ResultSet row, MailState state) throws SQLException {
        boolean willBeTried =
                switch (state) {
                    case PENDING, RETRY -> true;
                    case UNKNOWN -> !row.getBoolean("resent");
                    default -> false;
                };
        return willBeTried ? instant(row, "not_before") : null;
    }

    private static <T> @Nullable T orNull(@Nullable String value, Function<String, T> reading) {
        return value == null ? null : reading.apply(value);
    }
}
