package org.plazo.request.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Lifecycle;
import org.plazo.request.ReadableRequests;
import org.plazo.request.rows.Columns;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The tables of the imports that go on in the background. The caller has the transaction. */
@Component
class ImportJobRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};
    private static final int LONGEST_REASON = 1_000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Clock clock;

    ImportJobRows(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    long insert(ImportOptions options, ImportJob.State state, Actor actor) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into import_job
                          (state, file_name, started_by, roles, skip_invalid, row_count, created, known, invalid,
                           problem_count, failures, created_at, started_at, ended_at)
                        values (:state, :name, :actor, :roles, :skip, 0, 0, 0, 0, 0, 0, :now, :started, :ended)""")
                .param("state", state.name())
                .param("name", options.fileName())
                .param("actor", actor.userId())
                .param("roles", actor.roles().stream().map(Role::name).collect(Collectors.joining(",")))
                .param("skip", options.skipInvalid())
                .param("now", now())
                .param("started", state == ImportJob.State.CHECKED ? null : now())
                .param("ended", state == ImportJob.State.DONE ? now() : null)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Keeps rows until they are stored. */
    void stage(long id, List<ImportRow> rows) {
        SqlParameterSource[] staged = rows.stream()
                .map(row -> new MapSqlParameterSource()
                        .addValue("id", id)
                        .addValue("line", row.cells().line())
                        .addValue("cells", json(row.cells())))
                .toArray(SqlParameterSource[]::new);
        batches.batchUpdate("insert into import_row (import_id, line_no, cells) values (:id, :line, :cells)", staged);
    }

    void count(long id, int rows, int known, ImportProblems problems) {
        jdbc.sql("""
                        update import_job set row_count = :rows, known = :known, invalid = :invalid,
                            problem_count = :problems
                        where id = :id""")
                .param("rows", rows)
                .param("known", known)
                .param("invalid", problems.rows())
                .param("problems", problems.count())
                .param("id", id)
                .update();
    }

    /** Adds problems behind those that are kept already, up to the bound. */
    void keep(long id, List<ImportReport.Problem> problems) {
        int kept = jdbc.sql("select count(*) from import_problem where import_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
        List<SqlParameterSource> more = new ArrayList<>();
        for (ImportReport.Problem problem : problems) {
            if (kept < ImportReport.MOST_KEPT) {
                more.add(new MapSqlParameterSource()
                        .addValue("id", id)
                        .addValue("position", kept++)
                        .addValue("line", problem.line())
                        .addValue("column", problem.column())
                        .addValue("cell", problem.value())
                        .addValue("reason", shortened(problem.reason())));
            }
        }
        batches.batchUpdate("""
                        insert into import_problem (import_id, position, line_no, column_name, cell, reason)
                        values (:id, :position, :line, :column, :cell, :reason)""", more.toArray(SqlParameterSource[]::new));
    }

    private static String shortened(String reason) {
        return reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
    }

    List<ImportReport.Problem> problems(long id, int most) {
        return jdbc.sql("""
                        select line_no, column_name, cell, reason from import_problem
                        where import_id = ? order by line_no, position limit ?""")
                .param(id)
                .param(most)
                .query((row, n) -> new ImportReport.Problem(
                        row.getLong("line_no"),
                        row.getString("column_name"),
                        row.getString("cell"),
                        row.getString("reason")))
                .list();
    }

    /** Notes which requests came of which rows. */
    void imported(long id, List<ImportedRequests.Stored> stored) {
        batches.batchUpdate(
                "insert into imported_request (import_id, line_no, request_id) values (:id, :line, :request)",
                stored.stream()
                        .map(each -> new MapSqlParameterSource()
                                .addValue("id", id)
                                .addValue("line", each.line())
                                .addValue("request", each.id()))
                        .toArray(SqlParameterSource[]::new));
    }

    List<ImportJobs.Imported> requests(long id, int page, int size, ReadableRequests readable) {
        Map<String, Object> parameters = new HashMap<>();
        String condition = readable.condition("i.request_id", parameters);
        return jdbc.sql("""
                        select i.line_no, r.reference, r.label, r.lifecycle
                        from imported_request i join cooperation_request r on r.id = i.request_id
                        where i.import_id = :import and %s
                        order by i.line_no limit :size offset :offset""".formatted(condition))
                .params(parameters)
                .param("import", id)
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, n) -> new ImportJobs.Imported(
                        row.getLong("line_no"),
                        row.getString("reference"),
                        row.getString("label"),
                        Lifecycle.valueOf(row.getString("lifecycle"))))
                .list();
    }

    /** Lets a file that was checked run; returns whether it was waiting for it. */
    boolean start(long id, boolean skipInvalid) {
        return jdbc.sql("""
                        update import_job set state = 'RUNNING', skip_invalid = :skip, started_at = :now
                        where id = :id and state = 'CHECKED'""")
                        .param("skip", skipInvalid)
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Gives up what somebody had checked and not stored. */
    void forgetChecked(Actor actor) {
        jdbc.sql("select id from import_job where state = 'CHECKED' and started_by = ?")
                .param(actor.userId())
                .query(Long.class)
                .list()
                .forEach(this::giveUp);
    }

    /** Gives up what was checked before an instant and not stored. */
    void forgetChecked(Instant before) {
        jdbc.sql("select id from import_job where state = 'CHECKED' and created_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list()
                .forEach(this::giveUp);
    }

    private void giveUp(long id) {
        if (change(id, ImportJob.State.CHECKED, ImportJob.State.STOPPED)) {
            forgetAll(id);
        }
    }

    Optional<ImportJob> find(long id) {
        return jdbc.sql("select * from import_job where id = ?")
                .param(id)
                .query((row, n) -> job(row))
                .optional();
    }

    /** @param startedBy null: of everybody */
    List<ImportJob> latest(int most, @Nullable String startedBy) {
        return jdbc.sql("""
                        select * from import_job
                        where cast(:actor as varchar(64)) is null or started_by = :actor
                        order by id desc limit :most""")
                .param("actor", startedBy)
                .param("most", most)
                .query((row, n) -> job(row))
                .list();
    }

    boolean anyRunning() {
        return jdbc.sql("select count(*) from import_job where state = 'RUNNING'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The import that runs longest, locked; nothing if another thread or node has it. */
    Optional<ImportJob> lockRunning() {
        return jdbc.sql("select * from import_job where state = 'RUNNING' order by id limit 1 for update skip locked")
                .query((row, n) -> job(row))
                .optional();
    }

    /** Ends an import, if it still is in the state before; returns whether it was. */
    boolean change(long id, ImportJob.State before, ImportJob.State after) {
        return jdbc.sql("update import_job set state = :after, ended_at = :now where id = :id and state = :before")
                        .param("after", after.name())
                        .param("now", now())
                        .param("id", id)
                        .param("before", before.name())
                        .update()
                == 1;
    }

    /** Notes what became of the next rows, in the transaction that stores them. */
    void progress(long id, int created, int known, int invalid) {
        jdbc.sql("""
                        update import_job set created = created + :created, known = known + :known,
                            invalid = invalid + :invalid, problem_count = problem_count + :invalid, failures = 0
                        where id = :id""")
                .param("created", created)
                .param("known", known)
                .param("invalid", invalid)
                .param("id", id)
                .update();
    }

    /** Returns how often in a row it has failed now. */
    int fail(long id) {
        jdbc.sql("update import_job set failures = failures + 1 where id = ?")
                .param(id)
                .update();
        return jdbc.sql("select failures from import_job where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** The rows behind a line; ordered as the key is, so that the database does not sort all that wait. */
    List<CsvRow> next(long id, long after, int most) {
        return jdbc.sql("""
                        select line_no, cells from import_row
                        where import_id = ? and line_no > ? order by import_id, line_no limit ?""")
                .param(id)
                .param(after)
                .param(most)
                .query((row, n) -> new CsvRow(row.getLong("line_no"), cells(row.getString("cells"))))
                .list();
    }

    /** Forgets the rows up to a line, that one included. */
    void forget(long id, long line) {
        jdbc.sql("delete from import_row where import_id = ? and line_no <= ?")
                .param(id)
                .param(line)
                .update();
    }

    void forgetAll(long id) {
        jdbc.sql("delete from import_row where import_id = ?").param(id).update();
    }

    Set<Role> roles(long id) {
        String roles = jdbc.sql("select roles from import_job where id = ?")
                .param(id)
                .query(String.class)
                .single();
        return Arrays.stream(roles.split(","))
                .filter(role -> !role.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static String json(CsvRow row) {
        Map<String, String> cells = new LinkedHashMap<>();
        row.cells().forEach((column, value) -> cells.put(column.header(), value));
        try {
            return JSON.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<ImportColumn, String> cells(String json) {
        Map<ImportColumn, String> cells = new HashMap<>();
        try {
            JSON.readValue(json, CELLS)
                    .forEach((header, value) -> ImportColumn.of(header).ifPresent(column -> cells.put(column, value)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        return cells;
    }

    private static ImportJob job(ResultSet row) throws SQLException {
        return new ImportJob(
                row.getLong("id"),
                ImportJob.State.valueOf(row.getString("state")),
                row.getString("file_name"),
                row.getString("started_by"),
                row.getBoolean("skip_invalid"),
                row.getInt("row_count"),
                row.getInt("created"),
                row.getInt("known"),
                row.getInt("invalid"),
                row.getInt("problem_count"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "started_at"),
                Columns.instantOrNull(row, "ended_at"));
    }
}
