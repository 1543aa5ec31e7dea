package org.plazo.request.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.DueDate;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;
import org.plazo.deadline.TimeLimit;
import org.plazo.request.ClockEvent;
import org.plazo.request.ClockState;
import org.plazo.request.CounterpartPromise;
import org.plazo.request.DeadlineBasis;
import org.plazo.request.DeadlineKind;
import org.plazo.request.DeadlineTerms;
import org.plazo.request.Direction;
import org.plazo.request.PostponementReview;
import org.plazo.request.RequestDeadline;
import org.plazo.request.rows.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Stores deadlines and the events of their clocks. */
@Component
class DeadlineRows {

    /** A database may limit how many values one statement takes. */
    private static final int MOST_IDS = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    DeadlineRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Stores a running deadline and returns its id. */
    long insert(
            long requestId,
            DeadlineKind kind,
            int round,
            DeadlineBasis basis,
            String policy,
            TimeLimit limit,
            Instant startedAt,
            DueDate due,
            int calendarVersion) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into deadline
                          (request_id, kind, round, basis, policy, amount, unit, convention, calendars, zone,
                           time_of_day, cut_off, max_extension_days, started_at, due_on, due_at, original_due_on,
                           calendar_version, state)
                        values
                          (:requestId, :kind, :round, :basis, :policy, :amount, :unit, :convention, :calendars, :zone,
                           :timeOfDay, :cutOff, :maxExtensionDays, :startedAt, :dueOn, :dueAt, :originalDueOn,
                           :calendarVersion, 'RUNNING')""")
                .param("requestId", requestId)
                .param("kind", kind.name())
                .param("round", round)
                .param("basis", basis.name())
                .param("policy", policy)
                .param("amount", limit.amount())
                .param("unit", limit.unit().name())
                .param("convention", limit.convention().name())
                .param("calendars", String.join(",", limit.calendars()))
                .param("zone", limit.zone().getId())
                .param("timeOfDay", limit.timeOfDay())
                .param("cutOff", limit.cutOff())
                .param("maxExtensionDays", limit.maxExtensionDays())
                .param("startedAt", utc(startedAt))
                .param("dueOn", due.dueOn())
                .param("dueAt", utc(due.dueAt()))
                .param("originalDueOn", due.originalDueOn())
                .param("calendarVersion", calendarVersion)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Writes what the clock's events came to. The original date and the limit stay as they are. */
    void update(
            long deadlineId,
            DueDate due,
            ClockLog log,
            @Nullable CounterpartPromise promise,
            @Nullable PostponementReview review) {
        jdbc.sql("""
                        update deadline set due_on = ?, due_at = ?, state = ?, stopped_at = ?, promised_on = ?,
                            promised_at = ?, slips = ?, review_on = ?, review_at = ?
                        where id = ?""")
                .param(due.dueOn())
                .param(utc(due.dueAt()))
                .param(log.state().name())
                .param(utcOrNull(log.stoppedAt()))
                .param(promise == null ? null : promise.on())
                .param(promise == null ? null : utc(promise.at()))
                .param(log.slips())
                .param(review == null ? null : review.on())
                .param(review == null ? null : utc(review.at()))
                .param(deadlineId)
                .update();
    }

    void underTerms(long deadlineId, DeadlineTerms terms) {
        TimeLimit limit = terms.limit();
        jdbc.sql("""
                        update deadline set basis = :basis, policy = :policy, amount = :amount, unit = :unit,
                            convention = :convention, calendars = :calendars, zone = :zone, time_of_day = :timeOfDay,
                            cut_off = :cutOff, max_extension_days = :maxExtensionDays
                        where id = :id""")
                .param("basis", terms.basis().name())
                .param("policy", terms.policy())
                .param("amount", limit.amount())
                .param("unit", limit.unit().name())
                .param("convention", limit.convention().name())
                .param("calendars", String.join(",", limit.calendars()))
                .param("zone", limit.zone().getId())
                .param("timeOfDay", limit.timeOfDay())
                .param("cutOff", limit.cutOff())
                .param("maxExtensionDays", limit.maxExtensionDays())
                .param("id", deadlineId)
                .update();
    }

    /** The deadline that the register sorts by and shows. While its clock is paused there is a kind and no date. */
    void updateRunningDueDate(long requestId) {
        RequestDeadline running =
                RunningDeadline.of(direction(requestId), of(requestId)).orElse(null);
        RequestDeadline dated = running == null || running.state() == ClockState.PAUSED ? null : running;
        CounterpartPromise promise = dated == null ? null : dated.promise();
        jdbc.sql("""
                        update cooperation_request set running_kind = ?, running_due_on = ?, running_due_at = ?,
                            running_promised_at = ?
                        where id = ?""")
                .param(running == null ? null : running.kind().name())
                .param(dated == null ? null : dated.dueOn())
                .param(dated == null ? null : utc(dated.dueAt()))
                .param(promise == null ? null : utc(promise.at()))
                .param(requestId)
                .update();
    }

    private Direction direction(long requestId) {
        return jdbc.sql("select direction from cooperation_request where id = ?")
                .param(requestId)
                .query((row, n) -> Direction.valueOf(row.getString("direction")))
                .single();
    }

    void append(long deadlineId, ClockEvent event, String actor) {
        jdbc.sql("""
                        insert into clock_event
                          (deadline_id, type, effective_at, recorded_at, until_at, amount, unit, date_before, date_after,
                           code, reason, actor)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(deadlineId)
                .param(event.type().name())
                .param(utc(event.effectiveAt()))
                .param(utc(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .param(utcOrNull(event.until()))
                .param(event.amount())
                .param(event.unit() == null ? null : event.unit().name())
                .param(event.before())
                .param(event.date())
                .param(event.code())
                .param(event.reason())
                .param(actor)
                .update();
    }

    /** In the order in which they took effect. */
    List<ClockEvent> events(long deadlineId) {
        return jdbc.sql("""
                        select type, effective_at, until_at, amount, unit, date_before, date_after, code, reason
                        from clock_event where deadline_id = ? order by effective_at, id""").param(deadlineId).query((row, n) -> event(row)).list();
    }

    /** Those of several deadlines, each in the order in which they took effect. */
    Map<Long, List<ClockEvent>> events(List<Long> deadlineIds) {
        Map<Long, List<ClockEvent>> found = new HashMap<>();
        for (int from = 0; from < deadlineIds.size(); from += MOST_IDS) {
            jdbc.sql("select * from clock_event where deadline_id in (:ids) order by effective_at, id")
                    .param("ids", deadlineIds.subList(from, Math.min(from + MOST_IDS, deadlineIds.size())))
                    .query((row, n) -> found.computeIfAbsent(row.getLong("deadline_id"), id -> new ArrayList<>())
                            .add(event(row)))
                    .list();
        }
        return found;
    }

    /** Notes with which calendars the dates were computed. */
    void counted(List<Long> deadlineIds, int calendarVersion) {
        for (int from = 0; from < deadlineIds.size(); from += MOST_IDS) {
            jdbc.sql("""
                            update deadline set calendar_version = :version
                            where id in (:ids) and state <> 'STOPPED' and calendar_version < :version""")
                    .param("version", calendarVersion)
                    .param("ids", deadlineIds.subList(from, Math.min(from + MOST_IDS, deadlineIds.size())))
                    .update();
        }
    }

    private static ClockEvent event(ResultSet row) throws SQLException {
        return new ClockEvent(
                ClockEvent.Type.valueOf(row.getString("type")),
                Columns.instant(row, "effective_at"),
                Columns.instantOrNull(row, "until_at"),
                row.getObject("amount", Integer.class),
                unitOrNull(row.getString("unit")),
                Columns.dateOrNull(row, "date_before"),
                Columns.dateOrNull(row, "date_after"),
                row.getString("code"),
                row.getString("reason"));
    }

    /** All deadlines of a request, the latest of a kind last. */
    List<RequestDeadline> of(long requestId) {
        return jdbc.sql("select * from deadline where request_id = ? order by id")
                .param(requestId)
                .query((row, n) -> deadline(row))
                .list();
    }

    List<RequestDeadline> findAll(Collection<Long> deadlineIds) {
        List<Long> ids = List.copyOf(deadlineIds);
        List<RequestDeadline> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            found.addAll(jdbc.sql("select * from deadline where id in (:ids)")
                    .param("ids", ids.subList(from, Math.min(from + MOST_IDS, ids.size())))
                    .query((row, n) -> deadline(row))
                    .list());
        }
        return found;
    }

    Optional<RequestDeadline> latest(long requestId, DeadlineKind kind) {
        return of(requestId).stream().filter(each -> each.kind() == kind).reduce((first, second) -> second);
    }

    static RequestDeadline deadline(ResultSet row) throws SQLException {
        String calendars = row.getString("calendars");
        TimeLimit limit = new TimeLimit(
                row.getInt("amount"),
                LimitUnit.valueOf(row.getString("unit")),
                RollConvention.valueOf(row.getString("convention")),
                calendars.isEmpty() ? List.of() : List.of(calendars.split(",")),
                ZoneId.of(row.getString("zone")),
                row.getObject("time_of_day", LocalTime.class),
                row.getObject("cut_off", LocalTime.class),
                row.getObject("max_extension_days", Integer.class));
        LocalDate promisedOn = Columns.dateOrNull(row, "promised_on");
        LocalDate reviewOn = Columns.dateOrNull(row, "review_on");
        return new RequestDeadline(
                row.getLong("id"),
                row.getLong("request_id"),
                DeadlineKind.valueOf(row.getString("kind")),
                DeadlineBasis.valueOf(row.getString("basis")),
                limit,
                row.getString("policy"),
                Columns.instant(row, "started_at"),
                row.getObject("due_on", LocalDate.class),
                Columns.instant(row, "due_at"),
                row.getObject("original_due_on", LocalDate.class),
                row.getInt("calendar_version"),
                ClockState.valueOf(row.getString("state")),
                Columns.instantOrNull(row, "stopped_at"),
                promisedOn == null
                        ? null
                        : new CounterpartPromise(promisedOn, Columns.instant(row, "promised_at"), row.getInt("slips")),
                reviewOn == null ? null : new PostponementReview(reviewOn, Columns.instant(row, "review_at")));
    }

    private static @Nullable LimitUnit unitOrNull(@Nullable String unit) {
        return unit == null ? null : LimitUnit.valueOf(unit);
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
