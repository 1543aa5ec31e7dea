package org.plazo.workflow.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plazo.request.DeadlineKind;
import org.plazo.request.RequestDeadline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided about the steps of deadlines, and which ladder each deadline follows. */
@Repository
class EscalationSteps {

    private final JdbcClient jdbc;

    EscalationSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Integer> ladderOf(long deadlineId) {
        return jdbc.sql("select version from deadline_ladder where deadline_id = :deadline")
                .param("deadline", deadlineId)
                .query(Integer.class)
                .optional();
    }

    void pinLadder(long deadlineId, int version) {
        jdbc.sql("insert into deadline_ladder (deadline_id, version) values (:deadline, :version)")
                .param("deadline", deadlineId)
                .param("version", version)
                .update();
    }

    void repinLadder(long deadlineId, int version) {
        jdbc.sql("update deadline_ladder set version = :version where deadline_id = :deadline")
                .param("version", version)
                .param("deadline", deadlineId)
                .update();
    }

    /** The ladders of several deadlines, by their ids. */
    Map<Long, Integer> laddersOf(Collection<Long> deadlineIds) {
        Map<Long, Integer> found = new HashMap<>();
        if (!deadlineIds.isEmpty()) {
            jdbc.sql("select deadline_id, version from deadline_ladder where deadline_id in (:ids)")
                    .param("ids", deadlineIds)
                    .query((row, n) -> found.put(row.getLong("deadline_id"), row.getInt("version")))
                    .list();
        }
        return found;
    }

    /** The same as {@link #of(long)} of several deadlines, by their ids. */
    Map<Long, List<StepRecord>> of(Collection<Long> deadlineIds) {
        Map<Long, List<StepRecord>> found = new HashMap<>();
        if (!deadlineIds.isEmpty()) {
            jdbc.sql("""
                            select deadline_id, step, level_no, generation, taken, rearmed_at from escalation_step s
                            where deadline_id in (:ids) and generation =
                                (select max(generation) from escalation_step t
                                 where t.deadline_id = s.deadline_id and t.step = s.step)
                            """)
                    .param("ids", deadlineIds)
                    .query((row, n) -> found.computeIfAbsent(row.getLong("deadline_id"), id -> new ArrayList<>())
                            .add(read(row, n)))
                    .list();
        }
        return found;
    }

    /** The latest generation of each step that was ever decided. */
    List<StepRecord> of(long deadlineId) {
        return jdbc.sql("""
                        select step, level_no, generation, taken, rearmed_at from escalation_step s
                        where deadline_id = :deadline and generation =
                            (select max(generation) from escalation_step t
                             where t.deadline_id = s.deadline_id and t.step = s.step)
                        """)
                .param("deadline", deadlineId)
                .query(EscalationSteps::read)
                .list();
    }

    /** The level of the highest step that was taken and still counts; 0 if none. */
    int level(long deadlineId) {
        return of(deadlineId).stream()
                .filter(record -> record.taken() && record.counts())
                .mapToInt(StepRecord::level)
                .max()
                .orElse(0);
    }

    void decide(RequestDeadline deadline, OpenStep open, boolean taken, int told, Instant now) {
        jdbc.sql("""
                        insert into escalation_step (request_id, deadline_id, kind, generation, step, level_no, taken,
                            told, outward, due_at, decided_at)
                        values (:request, :deadline, :kind, :generation, :step, :level, :taken, :told, :outward, :due,
                            :now)
                        """)
                .param("request", deadline.requestId())
                .param("deadline", deadline.id())
                .param("kind", deadline.kind().name())
                .param("generation", open.generation())
                .param("step", open.step().step())
                .param("level", open.step().level())
                .param("taken", taken)
                .param("told", taken && !open.step().recipients().isEmpty() ? told : null)
                .param("outward", open.step().outward().name())
                .param("due", utc(open.at()))
                .param("now", utc(now))
                .update();
    }

    /** Steps taken last for a running deadline that nobody was told of, the oldest first. */
    List<UnheardStep> unheard(int most) {
        return unheard("s.told = 0", most);
    }

    /** The same for steps whose people were to be told, and may not know any more now that they would be. */
    List<UnheardStep> silenced(int most) {
        return unheard("""
                s.told > 0 and exists (select 1 from notification n where n.deadline_id = s.deadline_id
                    and n.generation = s.generation and n.step = s.step and n.reason = 'NOT_PERMITTED')
                and not exists (select 1 from notification n where n.deadline_id = s.deadline_id
                    and n.generation = s.generation and n.step = s.step
                    and (n.reason is null or n.reason <> 'NOT_PERMITTED'))""", most);
    }

    private List<UnheardStep> unheard(String condition, int most) {
        return jdbc.sql("""
                        select s.id, r.reference, s.kind, s.generation, s.step
                        from escalation_step s
                        join deadline d on d.id = s.deadline_id
                        join cooperation_request r on r.id = s.request_id
                        where s.taken and s.rearmed_at is null
                          and (d.state = 'RUNNING' or (d.state = 'PAUSED' and s.step = 'REVIEW_DATE'))
                          and r.lifecycle not in ('CLOSED', 'WITHDRAWN', 'TRANSFERRED')
                          and not exists (select 1 from escalation_step later where later.deadline_id = s.deadline_id
                              and later.id > s.id and later.taken)
                          and\s""" + condition + " order by s.id limit :most")
                .param("most", most)
                .query((row, number) -> new UnheardStep(
                        row.getLong("id"),
                        row.getString("reference"),
                        DeadlineKind.valueOf(row.getString("kind")),
                        row.getInt("generation"),
                        row.getString("step")))
                .list();
    }

    void told(long id, int people) {
        jdbc.sql("update escalation_step set told = :people where id = :id")
                .param("people", people)
                .param("id", id)
                .update();
    }

    void rearm(long deadlineId, Collection<String> steps, Instant now) {
        if (steps.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update escalation_step set rearmed_at = :now
                        where deadline_id = :deadline and step in (:steps) and rearmed_at is null
                        """)
                .param("now", utc(now))
                .param("deadline", deadlineId)
                .param("steps", steps)
                .update();
    }

    /** A request is put on the agenda once. */
    void putOnAgenda(RequestDeadline deadline, Instant now) {
        jdbc.sql("""
                        insert into dialogue_agenda (request_id, deadline_id, added_at)
                        select :request, :deadline, :now
                        where not exists (select 1 from dialogue_agenda where request_id = :request)
                        """)
                .param("request", deadline.requestId())
                .param("deadline", deadline.id())
                .param("now", utc(now))
                .update();
    }

    private static StepRecord read(ResultSet row, int index) throws SQLException {
        OffsetDateTime rearmedAt = row.getObject("rearmed_at", OffsetDateTime.class);
        return new StepRecord(
                row.getString("step"),
                row.getInt("level_no"),
                row.getInt("generation"),
                row.getBoolean("taken"),
                rearmedAt == null ? null : rearmedAt.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
