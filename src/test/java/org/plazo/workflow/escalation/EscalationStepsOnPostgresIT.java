package org.plazo.workflow.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;
import org.plazo.deadline.TimeLimit;
import org.plazo.request.ClockState;
import org.plazo.request.DeadlineBasis;
import org.plazo.request.DeadlineKind;
import org.plazo.request.RequestDeadline;
import org.plazo.workflow.policy.LadderStep;
import org.plazo.workflow.policy.OutwardAction;
import org.plazo.workflow.policy.Recipient;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same statements on the other database. */
class EscalationStepsOnPostgresIT {

    private static final Instant NOW = Instant.parse("2026-02-02T17:00:00Z");

    private static EmbeddedPostgres postgres;
    private static JdbcClient jdbc;

    private final EscalationSteps steps = new EscalationSteps(jdbc);

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        jdbc = JdbcClient.create(postgres.getPostgresDatabase());
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static RequestDeadline deadline(long id) {
        jdbc.sql("""
                        insert into access_class (classification, need_to_know) values ('ORDINARY', '')
                        on conflict do nothing""").update();
        jdbc.sql("""
                        insert into cooperation_request (id, reference, direction, kind, requesting_authority,
                            requested_authority, legal_basis, crime_area, label, urgency, classification, lifecycle,
                            created_at, access_class)
                        values (:id, :reference, 'OUTGOING', 'INFORMATION', 'MININT', 'DOJ', 'MOU_2017', 'DRUGS', 'x',
                            'ROUTINE', 'ORDINARY', 'AWAITING_RESPONSE', now(),
                            (select min(id) from access_class))
                        """).param("id", id).param("reference", "R-" + id).update();
        jdbc.sql("""
                        insert into deadline (id, request_id, kind, round, basis, policy, amount, unit, convention,
                            calendars, zone, started_at, due_on, due_at, original_due_on, state)
                        values (:id, :id, 'RESPONSE', 1, 'REQUESTED', 'x', 8, 'CLOCK_HOURS', 'NONE', '', 'UTC', now(),
                            current_date, now(), current_date, 'RUNNING')
                        """).param("id", id).update();
        TimeLimit limit =
                new TimeLimit(8, LimitUnit.CLOCK_HOURS, RollConvention.NONE, List.of(), ZoneId.of("UTC"), null, null);
        LocalDate day = LocalDate.of(2026, 2, 2);
        return new RequestDeadline(
                id,
                id,
                DeadlineKind.RESPONSE,
                DeadlineBasis.REQUESTED,
                limit,
                "x",
                NOW,
                day,
                NOW,
                day,
                1,
                ClockState.RUNNING,
                null,
                null,
                null);
    }

    private static OpenStep step(String code, int level, int generation) {
        LadderStep step = new LadderStep(
                code, level, 1, LimitUnit.CLOCK_HOURS, Set.of(Recipient.HANDLER), OutwardAction.NONE, false);
        return new OpenStep(step, generation, NOW, false);
    }

    @Test
    void decideEachStepOnceInAGeneration() {
        RequestDeadline deadline = deadline(101);
        steps.decide(deadline, step("DUE_SOON", 1, 1), false, 0, NOW);
        steps.decide(deadline, step("OVERDUE", 2, 1), true, 1, NOW);

        assertThat(steps.level(deadline.id())).isEqualTo(2);
        assertThatThrownBy(() -> steps.decide(deadline, step("OVERDUE", 2, 1), true, 1, NOW))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void forgetWhatWasRearmed() {
        RequestDeadline deadline = deadline(102);
        steps.decide(deadline, step("OVERDUE", 2, 1), true, 1, NOW);

        steps.rearm(deadline.id(), List.of("OVERDUE"), NOW);

        assertThat(steps.level(deadline.id())).isZero();
        steps.decide(deadline, step("OVERDUE", 2, 2), true, 1, NOW);
        assertThat(steps.of(deadline.id())).singleElement().satisfies(record -> assertThat(record.generation())
                .isEqualTo(2));
    }

    @Test
    void keepTheLadderAndTheAgenda() {
        RequestDeadline deadline = deadline(103);
        steps.pinLadder(deadline.id(), 7);
        assertThat(steps.ladderOf(deadline.id())).contains(7);

        steps.putOnAgenda(deadline, NOW);
        steps.putOnAgenda(deadline, NOW.plusSeconds(1));
        assertThat(jdbc.sql("select count(*) from dialogue_agenda where request_id = 103")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void findWhatNobodyWasToldOf() {
        RequestDeadline deadline = deadline(104);
        steps.decide(deadline, step("DUE_SOON", 1, 1), true, 0, NOW);
        List<UnheardStep> unheard = steps.unheard(10);
        assertThat(unheard).singleElement().satisfies(step -> assertThat(step.reference())
                .isEqualTo("R-104"));

        steps.told(unheard.get(0).id(), 1);
        assertThat(steps.unheard(10)).isEmpty();
        assertThat(steps.silenced(10)).isEmpty();
        jdbc.sql("""
                        insert into notification (request_id, deadline_id, kind, generation, step, urgency, recipient,
                            state, reason, created_at)
                        values (104, 104, 'RESPONSE', 1, 'DUE_SOON', 'ROUTINE', 'x', 'SUPPRESSED', 'NOT_PERMITTED',
                            now())""").update();
        assertThat(steps.silenced(10)).isEqualTo(unheard);

        steps.decide(deadline, step("OVERDUE", 2, 1), true, 1, NOW);
        assertThat(steps.silenced(10)).as("a later step was told").isEmpty();
    }
}
