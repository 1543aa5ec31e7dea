package org.plazo.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of exports; rows are only ever added. */
@Component
class ExportRecords {

    private static final int LONGEST_QUERY = 4000;
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;

    private final JdbcClient walking;

    ExportRecords(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        JdbcTemplate template = new JdbcTemplate(database);
        template.setFetchSize(AT_ONCE);
        this.walking = JdbcClient.create(template);
    }

    long add(NewExport made) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        String query = made.query();
        jdbc.sql("""
                        insert into list_export (made_at, actor, list, narrowed_by, rows_written, sha256)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(made.madeAt().atOffset(ZoneOffset.UTC))
                .param(made.actor())
                .param(made.list())
                .param(query.substring(0, Math.min(query.length(), LONGEST_QUERY)))
                .param(made.rows())
                .param(made.sha256())
                .update(id, "id");
        return id.getKeyAs(Number.class).longValue();
    }

    List<ExportRecord> list(int page, int size) {
        return jdbc.sql("select * from list_export order by id desc limit ? offset ?")
                .param(size)
                .param((long) page * size)
                .query(ExportRecords::read)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from list_export").query(Long.class).single();
    }

    @Transactional(readOnly = true)
    public void each(Consumer<ExportRecord> taker) {
        walking.sql("select * from list_export order by id desc")
                .query((RowCallbackHandler) row -> taker.accept(read(row, 0)));
    }

    private static ExportRecord read(ResultSet row, int number) throws SQLException {
        return new ExportRecord(
                row.getLong("id"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("list"),
                row.getString("narrowed_by"),
                row.getLong("rows_written"),
                row.getString("sha256"));
    }
}
