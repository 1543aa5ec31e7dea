package org.plazo.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores versions of the calendars. */
@Component
class CalendarRows {

    private final JdbcClient jdbc;

    CalendarRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 0: there is none yet. */
    int current() {
        return jdbc.sql("select coalesce(max(version), 0) from calendar_version")
                .query(Integer.class)
                .single();
    }

    /** The files of a version by the ids of their calendars. */
    Map<String, String> files(int version) {
        Map<String, String> files = new TreeMap<>();
        jdbc.sql("select id, content from calendar_file where version = ?")
                .param(version)
                .query((row, n) -> files.put(row.getString("id"), row.getString("content")))
                .list();
        return files;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if somebody else was faster */
    void insert(CalendarVersion version, Map<String, String> files) {
        jdbc.sql("""
                        insert into calendar_version (version, hash, applied_at, applied_by, reason, finished_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(version.version())
                .param(version.hash())
                .param(utc(version.appliedAt()))
                .param(version.appliedBy())
                .param(version.reason())
                .param(version.finishedAt() == null ? null : utc(version.finishedAt()))
                .update();
        files.forEach((id, content) -> jdbc.sql("insert into calendar_file (version, id, content) values (?, ?, ?)")
                .param(version.version())
                .param(id)
                .param(content)
                .update());
    }

    void finished(int version, Instant at) {
        jdbc.sql("update calendar_version set finished_at = ? where version = ? and finished_at is null")
                .param(utc(at))
                .param(version)
                .update();
    }

    Optional<CalendarVersion> find(int version) {
        return jdbc.sql("select * from calendar_version where version = ?")
                .param(version)
                .query((row, n) -> version(row))
                .optional();
    }

    List<CalendarVersion> latest(int most) {
        return jdbc.sql("select * from calendar_version order by version desc limit ?")
                .param(most)
                .query((row, n) -> version(row))
                .list();
    }

    private static CalendarVersion version(ResultSet row) throws SQLException {
        return new CalendarVersion(
                row.getInt("version"),
                row.getString("hash"),
                row.getObject("applied_at", OffsetDateTime.class).toInstant(),
                row.getString("applied_by"),
                row.getString("reason"),
                instantOrNull(row.getObject("finished_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instantOrNull(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
