package org.plazo.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plazo.request.RequestDetails.MeasureLine;
import org.plazo.security.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the register with one statement per list, whatever its length. */
@Component
@Transactional(readOnly = true)
class JdbcRegisterQueries implements RegisterQueries {

    private static final String ROW = """
            id, reference, their_reference, kind, requesting_authority, requested_authority, crime_area, label,
            urgency, lifecycle, classification, handler, dispatched_at, running_kind, running_due_on, running_due_at""";

    /** Thresholds are instants, so that the due instant's index serves the filter. */
    private static final Map<Timeliness, String> TIMELINESS = Map.of(
            Timeliness.NO_DEADLINE, "running_due_at is null",
            Timeliness.ON_TIME, "running_due_at > :soonUntil",
            Timeliness.DUE_SOON, "running_due_at >= :now and running_due_at <= :soonUntil",
            Timeliness.OVERDUE, "running_due_at < :now and running_due_at >= :longBefore",
            Timeliness.LONG_OVERDUE, "running_due_at < :longBefore");

    private final JdbcClient jdbc;
    private final Parties parties;
    private final TimelinessBounds bounds;
    private final RequestHistory history;
    private final AccessClasses classes;
    private final CurrentActor reader;
    private final Clock clock;

    JdbcRegisterQueries(
            JdbcClient jdbc,
            Parties parties,
            TimelinessBounds bounds,
            RequestHistory history,
            AccessClasses classes,
            CurrentActor reader,
            Clock clock) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.bounds = bounds;
        this.history = history;
        this.classes = classes;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public RegisterPage list(RegisterFilter filter, int page, int size) {
        Instant now = clock.instant();
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, now, parameters);
        long total = jdbc.sql("select count(*) from cooperation_request" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        List<RegisterRow> rows = jdbc.sql("select " + ROW + " from cooperation_request" + where
                        + " order by running_due_at nulls last, id limit :size offset :offset")
                .params(parameters)
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, n) -> row(row, now))
                .list();
        return new RegisterPage(rows, total);
    }

    private String where(RegisterFilter filter, Instant now, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        conditions.add(visible(parameters));
        if (filter.lifecycle() != null) {
            conditions.add("lifecycle = :lifecycle");
            parameters.put("lifecycle", filter.lifecycle().name());
        }
        if (filter.authority() != null) {
            conditions.add("(requesting_authority = :authority or requested_authority = :authority)");
            parameters.put("authority", filter.authority());
        }
        if (filter.timeliness() != null) {
            conditions.add(TIMELINESS.get(filter.timeliness()));
            thresholds(now, parameters);
        }
        return " where " + String.join(" and ", conditions);
    }

    /** What the reader may see; counts and lists know nothing of the rest. */
    private String visible(Map<String, Object> parameters) {
        return classes.visibleTo(reader.get()).condition(parameters);
    }

    private void thresholds(Instant now, Map<String, Object> parameters) {
        parameters.put("now", now.atOffset(ZoneOffset.UTC));
        parameters.put("soonUntil", bounds.soonUntil(now).atOffset(ZoneOffset.UTC));
        parameters.put("longBefore", bounds.longBefore(now).atOffset(ZoneOffset.UTC));
    }

    @Override
    public Map<Timeliness, Long> openByTimeliness() {
        Map<String, Object> parameters = new HashMap<>();
        thresholds(clock.instant(), parameters);
        Map<Timeliness, Long> counts = new EnumMap<>(Timeliness.class);
        List<String> columns = new ArrayList<>();
        for (Timeliness each : Timeliness.values()) {
            columns.add("count(case when " + TIMELINESS.get(each) + " then 1 end) as " + each);
        }
        jdbc.sql("select " + String.join(", ", columns)
                        + " from cooperation_request where lifecycle not in ('CLOSED', 'WITHDRAWN') and "
                        + visible(parameters))
                .params(parameters)
                .query((row, n) -> {
                    for (Timeliness each : Timeliness.values()) {
                        counts.put(each, row.getLong(each.name()));
                    }
                    return counts;
                })
                .single();
        return counts;
    }

    @Override
    public Map<Lifecycle, Long> byLifecycle() {
        Map<Lifecycle, Long> counts = new EnumMap<>(Lifecycle.class);
        for (Lifecycle each : Lifecycle.values()) {
            counts.put(each, 0L);
        }
        Map<String, Object> parameters = new HashMap<>();
        jdbc.sql("select lifecycle, count(*) as requests from cooperation_request where " + visible(parameters)
                        + " group by lifecycle")
                .params(parameters)
                .query((row, n) -> counts.put(Lifecycle.valueOf(row.getString("lifecycle")), row.getLong("requests")))
                .list();
        return counts;
    }

    @Override
    public RequestDetails details(String reference) {
        Instant now = clock.instant();
        Map<String, Object> parameters = new HashMap<>(Map.of("reference", reference));
        return jdbc.sql("select * from cooperation_request where reference = :reference and " + visible(parameters))
                .params(parameters)
                .query((row, n) -> details(row, now))
                .optional()
                .orElseThrow(() -> new RequestNotFound(reference));
    }

    @Override
    public List<LedgerEntry> events(String reference) {
        return history.events(id(reference));
    }

    @Override
    public List<ExplainedDeadline> deadlines(String reference) {
        return history.deadlines(id(reference));
    }

    private long id(String reference) {
        Map<String, Object> parameters = new HashMap<>(Map.of("reference", reference));
        return jdbc.sql("select id from cooperation_request where reference = :reference and " + visible(parameters))
                .params(parameters)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new RequestNotFound(reference));
    }

    private RequestDetails details(ResultSet row, Instant now) throws SQLException {
        Instant acknowledgedAt = Columns.instantOrNull(row, "acknowledged_at");
        return new RequestDetails(
                row(row, now),
                row.getString("external_id"),
                row.getString("legal_basis"),
                row.getString("facts"),
                row.getString("purpose"),
                measures(row.getLong("id")),
                row.getString("urgency_reason"),
                row.getString("classification"),
                Columns.dateOrNull(row, "dated_on"),
                Columns.dateOrNull(row, "requested_on"),
                Columns.instant(row, "created_at"),
                row.getString("submitted_by"),
                Columns.instantOrNull(row, "submitted_at"),
                row.getString("channel"),
                acknowledgedAt,
                Columns.instantOrNull(row, "last_contact_at"),
                Columns.instantOrNull(row, "responded_at"),
                Columns.instantOrNull(row, "closed_at"),
                RequestCommand.fitting(Lifecycle.valueOf(row.getString("lifecycle")), acknowledgedAt != null));
    }

    private List<MeasureLine> measures(long requestId) {
        return jdbc.sql("select position, description, outcome from measure where request_id = ? order by position")
                .param(requestId)
                .query((row, n) -> new MeasureLine(
                        row.getInt("position") + 1, row.getString("description"), row.getString("outcome")))
                .list();
    }

    private RegisterRow row(ResultSet row, Instant now) throws SQLException {
        Instant dueAt = Columns.instantOrNull(row, "running_due_at");
        return new RegisterRow(
                row.getLong("id"),
                row.getString("reference"),
                row.getString("their_reference"),
                row.getString("kind"),
                row.getString("requesting_authority"),
                row.getString("requested_authority"),
                row.getString("crime_area"),
                row.getString("label"),
                Urgency.valueOf(row.getString("urgency")),
                Lifecycle.valueOf(row.getString("lifecycle")),
                bounds.of(dueAt, now),
                parties.isRestricted(row.getString("classification")),
                row.getString("handler"),
                Columns.instantOrNull(row, "dispatched_at"),
                kindOrNull(row.getString("running_kind")),
                Columns.dateOrNull(row, "running_due_on"),
                dueAt);
    }

    private static @Nullable DeadlineKind kindOrNull(@Nullable String kind) {
        return kind == null ? null : DeadlineKind.valueOf(kind);
    }
}
