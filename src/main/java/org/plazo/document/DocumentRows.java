package org.plazo.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.document.Document.Withdrawal;
import org.plazo.document.Reception.Examined;
import org.plazo.document.file.ReceivedFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The table of documents. */
@Component
class DocumentRows {

    private static final String SELECT = """
            select id, request_id, stored_as, name, title, media_type, byte_count, sha256, language, classification, state,
                   finding, uploaded_by, uploaded_at, withdrawn_by, withdrawn_at, withdrawal_reason, damage
            from document""";

    private final JdbcClient jdbc;

    DocumentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the stored file is, if it is not what was uploaded. */
    enum Damage {
        MISSING,
        CHANGED
    }

    /** What was said about a file, checked. */
    record Labels(String name, String title, String language, String classification) {}

    long insert(long requestId, Examined upload, Labels labels, String by, Instant at) {
        ReceivedFile file = upload.file();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into document (request_id, stored_as, name, title, media_type, byte_count, sha256, language,
                          classification, state, finding, uploaded_by, uploaded_at, checked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(requestId)
                .param(file.id().toString())
                .param(labels.name())
                .param(labels.title())
                .param(upload.mediaType())
                .param(file.size())
                .param(file.sha256())
                .param(labels.language())
                .param(labels.classification())
                .param(upload.state().name())
                .param(upload.scan().detail())
                .param(by)
                .param(sql(at))
                .param(sql(at))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey(), "the database gives the id").longValue();
    }

    /** In the order in which they came. */
    List<Document> of(long requestId) {
        return jdbc.sql(SELECT + " where request_id = ? order by id")
                .param(requestId)
                .query((row, n) -> document(row))
                .list();
    }

    Optional<Document> find(long requestId, long id) {
        return jdbc.sql(SELECT + " where id = ? and request_id = ?")
                .param(id)
                .param(requestId)
                .query((row, n) -> document(row))
                .optional();
    }

    int count(long requestId) {
        return jdbc.sql("select count(*) from document where request_id = ?")
                .param(requestId)
                .query(Integer.class)
                .single();
    }

    /** False if it is withdrawn already. */
    boolean withdraw(long id, Withdrawal withdrawal) {
        return jdbc.sql("""
                        update document set withdrawn_by = ?, withdrawn_at = ?, withdrawal_reason = ?
                        where id = ? and withdrawn_at is null""")
                        .param(withdrawal.by())
                        .param(sql(withdrawal.at()))
                        .param(withdrawal.reason())
                        .param(id)
                        .update()
                == 1;
    }

    /** What waits for the scanner; what was asked about last comes last. */
    List<Document> quarantined(int most) {
        return jdbc.sql(SELECT + " where state = 'QUARANTINED' order by scan_tried_at nulls first, id limit ?")
                .param(most)
                .query((row, n) -> document(row))
                .list();
    }

    /** False if it does not wait any more. */
    boolean scanned(long id, DocumentState state, @Nullable String finding, Instant at) {
        return jdbc.sql("""
                        update document set state = ?, finding = ?, scan_tried_at = ?
                        where id = ? and state = 'QUARANTINED'""")
                        .param(state.name())
                        .param(finding)
                        .param(sql(at))
                        .param(id)
                        .update()
                == 1;
    }

    /** Rows after an id, in order of their ids. */
    List<Document> after(long id, int most) {
        return jdbc.sql(SELECT + " where id > ? order by id limit ?")
                .param(id)
                .param(most)
                .query((row, n) -> document(row))
                .list();
    }

    /** Those whose hash was compared longest ago, before an instant. */
    List<Document> checkedBefore(Instant instant, int most) {
        return jdbc.sql(SELECT + " where checked_at < ? order by checked_at, id limit ?")
                .param(sql(instant))
                .param(most)
                .query((row, n) -> document(row))
                .list();
    }

    List<Document> damaged(int most) {
        return jdbc.sql(SELECT + " where damage in ('CHANGED', 'MISSING') order by id limit ?")
                .param(most)
                .query((row, n) -> document(row))
                .list();
    }

    /** Notes what became of a file; {@code at} is null if only its size was looked at. */
    void checked(long id, @Nullable Damage damage, @Nullable Instant at) {
        jdbc.sql(
                        "update document set damage = ?, checked_at = coalesce(cast(? as timestamp with time zone), checked_at)"
                                + " where id = ?")
                .param(damage == null ? null : damage.name())
                .param(at == null ? null : sql(at))
                .param(id)
                .update();
    }

    /** Which of these files have a row. */
    Set<UUID> known(Collection<UUID> files) {
        return jdbc
                .sql("select stored_as from document where stored_as in (:files)")
                .param("files", files.stream().map(UUID::toString).toList())
                .query(String.class)
                .list()
                .stream()
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    long countDamaged(Damage damage) {
        return jdbc.sql("select count(*) from document where damage = ?")
                .param(damage.name())
                .query(Long.class)
                .single();
    }

    /** How many documents wait for the scanner, and since when. */
    record Waiting(long count, @Nullable Instant oldest) {}

    Waiting waiting() {
        return jdbc.sql("select count(*) as waiting, min(uploaded_at) as oldest from document"
                        + " where state = 'QUARANTINED' and withdrawn_at is null")
                .query((row, n) -> new Waiting(row.getLong("waiting"), instantOrNull(row, "oldest")))
                .single();
    }

    private static Document document(ResultSet row) throws SQLException {
        Instant withdrawnAt = instantOrNull(row, "withdrawn_at");
        return new Document(
                row.getLong("id"),
                row.getLong("request_id"),
                UUID.fromString(row.getString("stored_as")),
                row.getString("name"),
                row.getString("title"),
                row.getString("media_type"),
                row.getLong("byte_count"),
                row.getString("sha256"),
                row.getString("language"),
                row.getString("classification"),
                DocumentState.valueOf(row.getString("state")),
                row.getString("finding"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                withdrawnAt == null
                        ? null
                        : new Withdrawal(
                                row.getString("withdrawn_by"), withdrawnAt, row.getString("withdrawal_reason")),
                row.getString("damage") != null);
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
