package org.plazo.workflow.health;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plazo.workflow.ProcessFileStatus;
import org.plazo.workflow.ProcessFileStatus.State;
import org.plazo.workflow.ProcessFiles;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code engine}: how many timers and other jobs are due and how long the oldest has been waiting, what failed for good, and
 * the state of the folder of processes.
 *
 * <p>Out of service when a due job has been waiting for 10 minutes: the job executor stands still, or cannot keep up. Down
 * when not one process is in force. Failed jobs and refused files are told of without changing the status: the engine itself
 * works, and restarting it would not help.
 */
@Component
class EngineHealthIndicator extends AbstractHealthIndicator {

    static final Duration LATEST_START = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ProcessFiles files;

    EngineHealthIndicator(JdbcClient jdbc, Clock clock, ProcessFiles files) {
        super("The engine's tables cannot be read");
        this.jdbc = jdbc;
        this.clock = clock;
        this.files = files;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Instant now = clock.instant();
        Due due = due(now);
        Duration oldest =
                due.oldest().map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
        health.withDetail("dueJobs", due.count())
                .withDetail("oldestDueSeconds", oldest.toSeconds())
                .withDetail("failedJobs", count("select count(*) from ACT_RU_JOB where RETRIES_ = 0"))
                .withDetail("incidents", count("select count(*) from ACT_RU_INCIDENT"))
                .withDetail("files", fileStates());
        if (count("select count(*) from ACT_RE_PROCDEF where SUSPENSION_STATE_ = 1") == 0) {
            health.down();
        } else if (oldest.compareTo(LATEST_START) > 0) {
            health.outOfService();
        } else {
            health.up();
        }
    }

    /**
     * What should have been started by now, and since when the oldest of it waits. A timer that was made for an instant in
     * the past, as an imported request's is, waits since it was made.
     */
    private Due due(Instant now) {
        return jdbc.sql("select count(*), min(greatest(DUEDATE_, coalesce(CREATE_TIME_, DUEDATE_))) from ACT_RU_JOB"
                        + " where RETRIES_ > 0 and SUSPENSION_STATE_ = 1 and DUEDATE_ <= ?")
                .param(Timestamp.from(now))
                .query((row, number) -> new Due(
                        row.getLong(1), Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant)))
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private Map<String, String> fileStates() {
        Map<String, String> states = new LinkedHashMap<>();
        for (ProcessFileStatus status : files.statuses()) {
            states.put(
                    status.file(),
                    status.state() == State.REFUSED
                            ? "REFUSED, " + (status.version() == 0 ? "none" : "version " + status.version())
                                    + " in force"
                            : "version " + status.version());
        }
        return states;
    }

    private record Due(long count, Optional<Instant> oldest) {}
}
