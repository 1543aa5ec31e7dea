package org.plazo.workflow.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.workflow.DefinitionProblem;
import org.plazo.workflow.ProcessFileStatus;
import org.plazo.workflow.ProcessFileStatus.State;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The thresholds of the health endpoint, each from both sides, over just the columns it reads. */
class HealthTest {

    private static final Instant NOW = Instant.parse("2026-03-08T12:00:00Z");

    private final JdbcClient jdbc = JdbcClient.create(
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;WRITE_DELAY=0"));

    private final List<ProcessFileStatus> files = List.of(
            new ProcessFileStatus("good.bpmn", State.UNCHANGED, 3, List.of()),
            new ProcessFileStatus(
                    "bad.bpmn", State.REFUSED, 2, List.of(DefinitionProblem.of("Step", "script", "scriptTask"))));

    @BeforeEach
    void makeTables() {
        jdbc.sql("create table ACT_RU_JOB (RETRIES_ int, SUSPENSION_STATE_ int, DUEDATE_ timestamp,"
                        + " CREATE_TIME_ timestamp)")
                .update();
        jdbc.sql("create table ACT_RU_INCIDENT (ID_ int)").update();
        jdbc.sql("create table ACT_RE_PROCDEF (SUSPENSION_STATE_ int)").update();
        jdbc.sql("insert into ACT_RE_PROCDEF values (1)").update();
    }

    @Test
    void isUpWhileDueJobsAreYoung() {
        job(3, 1, NOW.minus(EngineHealthIndicator.LATEST_START));
        job(3, 1, NOW.minusSeconds(1));
        job(3, 1, NOW.plusSeconds(1));

        Health health = engine();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("dueJobs", 2L).containsEntry("oldestDueSeconds", 600L);
    }

    @Test
    void isOutOfServiceWhenTheOldestDueJobWaitsTooLong() {
        job(3, 1, NOW.minus(EngineHealthIndicator.LATEST_START).minusSeconds(1));
        assertThat(engine().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void aTimerMadeForAnInstantInThePastWaitsSinceItWasMade() {
        job(3, 1, NOW.minus(Duration.ofDays(300)), NOW.minusSeconds(7));

        Health health = engine();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("oldestDueSeconds", 7L);
    }

    @Test
    void failedAndSuspendedJobsAndIncidentsAreToldOfOnly() {
        job(0, 1, NOW.minus(Duration.ofDays(9)));
        job(3, 2, NOW.minus(Duration.ofDays(9)));
        jdbc.sql("insert into ACT_RU_INCIDENT values (1)").update();

        Health health = engine();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails())
                .containsEntry("failedJobs", 1L)
                .containsEntry("incidents", 1L)
                .containsEntry("dueJobs", 0L);
    }

    @Test
    void tellsOfTheFolderOfProcesses() {
        assertThat(engine().getDetails().get("files"))
                .asString()
                .contains("good.bpmn=version 3", "bad.bpmn=REFUSED, version 2 in force");
    }

    @Test
    void isDownWithoutAnyProcess() {
        jdbc.sql("delete from ACT_RE_PROCDEF").update();
        assertThat(engine().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void toleratesASmallSkewOfTheClocksOnly() {
        assertThat(clock(Duration.ZERO).getStatus()).isEqualTo(Status.UP);
        assertThat(clock(Duration.ofSeconds(3)).getStatus()).isEqualTo(Status.UP);
        assertThat(clock(Duration.ofSeconds(8)).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(clock(Duration.ofSeconds(-8)).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat((long) clock(Duration.ofHours(1)).getDetails().get("skewMillis"))
                .isBetween(3_590_000L, 3_610_000L);
    }

    private Health engine() {
        return new EngineHealthIndicator(jdbc, Clock.fixed(NOW, ZoneOffset.UTC), () -> files).health();
    }

    private Health clock(Duration ahead) {
        return new ClockHealthIndicator(new DatabaseClock(jdbc, Clock.offset(Clock.systemUTC(), ahead))).health();
    }

    private void job(int retries, int suspension, Instant due) {
        job(retries, suspension, due, NOW.minus(Duration.ofDays(90)));
    }

    private void job(int retries, int suspension, Instant due, Instant made) {
        jdbc.sql("insert into ACT_RU_JOB values (?, ?, ?, ?)")
                .params(retries, suspension, Timestamp.from(due), Timestamp.from(made))
                .update();
    }
}
