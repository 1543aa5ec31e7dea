package org.plazo.request.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.ExplainedDeadline;
import org.plazo.request.LedgerEntry;
import org.plazo.request.Lifecycle;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.MeasureStatus;
import org.plazo.request.Parties;
import org.plazo.request.RegisterCounts;
import org.plazo.request.RegisterFilter;
import org.plazo.request.RegisterOverview;
import org.plazo.request.RegisterPage;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RegisterRow;
import org.plazo.request.RegisterSort;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestDetails;
import org.plazo.request.RequestDetails.MeasureLine;
import org.plazo.request.RequestNotFound;
import org.plazo.request.Urgency;
import org.plazo.request.ledger.RequestHistory;
import org.plazo.request.query.RegisterConditions.Condition;
import org.plazo.request.rows.ClockStandings;
import org.plazo.request.rows.ClockStandings.ClockStanding;
import org.plazo.request.rows.Columns;
import org.plazo.request.rows.FieldRows;
import org.plazo.request.rows.ParticularRows;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the register with one statement per list, whatever its length. */
@Component
@Transactional(readOnly = true)
class JdbcRegisterQueries implements RegisterQueries {

    private static final String ROW = """
            id, reference, direction, their_reference, kind, requesting_authority, requested_authority, crime_area, label,
            urgency, lifecycle, outcome, classification, handler, dispatched_at, received_at, running_kind, running_due_on, running_due_at,
            running_promised_at""";

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Parties parties;
    private final TimelinessBounds bounds;
    private final RequestHistory history;
    private final RegisterConditions conditions;
    private final RegisterTally tally;
    private final ParticularRows lists;
    private final ClockStandings clocks;
    private final Clock clock;

    JdbcRegisterQueries(
            JdbcClient jdbc,
            Parties parties,
            TimelinessBounds bounds,
            RequestHistory history,
            RegisterConditions conditions,
            RegisterTally tally,
            ParticularRows lists,
            ClockStandings clocks,
            Clock clock) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.bounds = bounds;
        this.history = history;
        this.conditions = conditions;
        this.tally = tally;
        this.lists = lists;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public RegisterPage list(RegisterFilter filter, RegisterSort sort, int page, int size) {
        Condition condition = conditions.of(filter);
        long total = jdbc.sql("select count(*) from cooperation_request" + condition.where())
                .params(condition.parameters())
                .query(Long.class)
                .single();
        return new RegisterPage(rows(condition, sort, (long) page * size, size), total);
    }

    @Override
    public List<RegisterRow> first(RegisterFilter filter, RegisterSort sort, int size) {
        return rows(conditions.of(filter), sort, 0, size);
    }

    private List<RegisterRow> rows(Condition condition, RegisterSort sort, long offset, int size) {
        Instant now = clock.instant();
        return jdbc.sql("select " + ROW + " from cooperation_request where id in (" + ids(condition, sort)
                        + " limit :size offset :offset)" + sort.orderBy())
                .params(condition.parameters())
                .param("size", size)
                .param("offset", offset)
                .query((row, n) -> row(row, now))
                .list();
    }

    @Override
    public void each(RegisterFilter filter, RegisterSort sort, Consumer<RegisterRow> taker) {
        Instant now = clock.instant();
        Condition condition = conditions.of(filter);
        List<Long> ids = jdbc.sql(ids(condition, sort))
                .params(condition.parameters())
                .query(Long.class)
                .list();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            jdbc.sql("select " + ROW + " from cooperation_request where id in (:ids)" + sort.orderBy())
                    .param("ids", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .query((RowCallbackHandler) row -> taker.accept(row(row, now)));
        }
    }

    /** The index over all that a list is narrowed and ordered by answers this; the wide rows are not read. */
    private static String ids(Condition condition, RegisterSort sort) {
        return "select id from cooperation_request" + condition.where() + sort.orderBy();
    }

    @Override
    public RegisterCounts counts(RegisterFilter filter) {
        return tally.of(filter);
    }

    @Override
    public RegisterOverview overview(@Nullable Direction direction, String handler) {
        return tally.overview(direction, handler);
    }

    @Override
    public Map<Lifecycle, Long> byLifecycle(RegisterFilter filter) {
        Map<Lifecycle, Long> counts = new EnumMap<>(Lifecycle.class);
        for (Lifecycle each : Lifecycle.values()) {
            counts.put(each, 0L);
        }
        Condition condition = conditions.of(filter);
        jdbc.sql("select lifecycle, count(*) as requests from cooperation_request" + condition.where()
                        + " group by lifecycle")
                .params(condition.parameters())
                .query((row, n) -> counts.put(Lifecycle.valueOf(row.getString("lifecycle")), row.getLong("requests")))
                .list();
        return counts;
    }

    @Override
    public RequestDetails details(String reference) {
        Instant now = clock.instant();
        Condition condition = conditions.of(RegisterFilter.ALL);
        return jdbc.sql("select * from cooperation_request" + condition.where() + " and reference = :reference")
                .params(condition.parameters())
                .param("reference", reference)
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
        Condition condition = conditions.of(RegisterFilter.ALL);
        return jdbc.sql("select id from cooperation_request" + condition.where() + " and reference = :reference")
                .params(condition.parameters())
                .param("reference", reference)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new RequestNotFound(reference));
    }

    private RequestDetails details(ResultSet row, Instant now) throws SQLException {
        long id = row.getLong("id");
        Instant acknowledgedAt = Columns.instantOrNull(row, "acknowledged_at");
        RegisterRow shown = row(row, now);
        ClockStanding standing = clocks.of(id);
        return new RequestDetails(
                shown,
                row.getString("external_id"),
                row.getString("legal_basis"),
                row.getString("facts"),
                row.getString("purpose"),
                measures(id),
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
                RequestCommand.fitting(new RequestCommand.Standing(
                        shown.lifecycle(),
                        acknowledgedAt != null,
                        standing.paused(),
                        Columns.instantOrNull(row, "information_asked_at") != null,
                        standing.owed())),
                row.getLong("version"),
                FieldRows.values(row),
                lists.references(id),
                lists.subjects(id),
                lists.earlierRequests(id),
                lists.laterRequests(id),
                lists.needToKnow(row.getInt("access_class")));
    }

    private List<MeasureLine> measures(long requestId) {
        return jdbc.sql("select * from measure where request_id = ? order by position")
                .param(requestId)
                .query((row, n) -> {
                    MeasureOutcome outcome = outcomeOrNull(row.getString("outcome"));
                    return new MeasureLine(
                            row.getInt("position") + 1,
                            row.getString("description"),
                            MeasureStatus.of(outcome),
                            outcome,
                            row.getString("ground"),
                            row.getString("reasons"),
                            Columns.instantOrNull(row, "settled_at"));
                })
                .list();
    }

    private static @Nullable MeasureOutcome outcomeOrNull(@Nullable String outcome) {
        return outcome == null ? null : MeasureOutcome.valueOf(outcome);
    }

    private RegisterRow row(ResultSet row, Instant now) throws SQLException {
        Instant dueAt = Columns.instantOrNull(row, "running_due_at");
        Instant promisedAt = Columns.instantOrNull(row, "running_promised_at");
        DeadlineKind kind = kindOrNull(row.getString("running_kind"));
        return new RegisterRow(
                row.getLong("id"),
                row.getString("reference"),
                Direction.valueOf(row.getString("direction")),
                row.getString("their_reference"),
                row.getString("kind"),
                row.getString("requesting_authority"),
                row.getString("requested_authority"),
                row.getString("crime_area"),
                row.getString("label"),
                Urgency.valueOf(row.getString("urgency")),
                Lifecycle.valueOf(row.getString("lifecycle")),
                outcomeOrNull(row.getString("outcome")),
                bounds.of(kind != null, dueAt, promisedAt, now),
                parties.isRestricted(row.getString("classification")),
                row.getString("handler"),
                Columns.instantOrNull(row, "dispatched_at"),
                Columns.instantOrNull(row, "received_at"),
                kind,
                Columns.dateOrNull(row, "running_due_on"),
                dueAt,
                promisedAt);
    }

    private static @Nullable DeadlineKind kindOrNull(@Nullable String kind) {
        return kind == null ? null : DeadlineKind.valueOf(kind);
    }
}
