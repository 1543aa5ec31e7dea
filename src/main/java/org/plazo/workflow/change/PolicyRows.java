package org.plazo.workflow.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores what was decided about changed tables. */
@Component
class PolicyRows {

    private final JdbcClient jdbc;

    PolicyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<PolicyApplication> latest(int most) {
        return jdbc.sql("select * from policy_application order by number desc limit ?")
                .param(most)
                .query((row, n) -> application(row))
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if somebody else was faster */
    void insert(PolicyApplication application) {
        jdbc.sql("""
                        insert into policy_application (number, hash, time_limits, ladder, running, applied_at, applied_by,
                            reason, finished_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(application.number())
                .param(application.hash())
                .param(application.timeLimits())
                .param(application.ladder())
                .param(application.running())
                .param(utc(application.appliedAt()))
                .param(application.appliedBy())
                .param(application.reason())
                .param(application.finishedAt() == null ? null : utc(application.finishedAt()))
                .update();
    }

    void finished(int number, Instant at) {
        jdbc.sql("update policy_application set finished_at = ? where number = ? and finished_at is null")
                .param(utc(at))
                .param(number)
                .update();
    }

    private static PolicyApplication application(ResultSet row) throws SQLException {
        return new PolicyApplication(
                row.getInt("number"),
                row.getString("hash"),
                row.getInt("time_limits"),
                row.getInt("ladder"),
                row.getBoolean("running"),
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
