package org.plazo.notification.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plazo.notification.NotificationSettings;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fails when somebody should have been told long ago and has not been, whatever the cause. */
@Component
class OutboxHealthIndicator implements HealthIndicator {

    private record Pending(long count, @Nullable Instant oldest) {}

    private final JdbcClient jdbc;
    private final NotificationSettings settings;
    private final Clock clock;

    OutboxHealthIndicator(JdbcClient jdbc, NotificationSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Pending pending = jdbc.sql(
                        "select count(*) as pending, min(created_at) as oldest from notification where state = 'PENDING'")
                .query((row, number) -> new Pending(row.getLong("pending"), SqlInstants.instantOrNull(row, "oldest")))
                .single();
        Duration age = pending.oldest() == null ? Duration.ZERO : Duration.between(pending.oldest(), clock.instant());
        boolean late = age.compareTo(settings.alarmAfter()) > 0;
        return (late ? Health.outOfService() : Health.up())
                .withDetail("pending", pending.count())
                .withDetail("oldestPendingSeconds", Math.max(0, age.toSeconds()))
                .withDetail("channelDown", mails("failure = 'CHANNEL_DOWN' and state in ('PENDING', 'RETRY')"))
                .withDetail("unknown", mails("state = 'UNKNOWN'"))
                .withDetail("dead", mails("state = 'DEAD'"))
                .build();
    }

    private long mails(String condition) {
        return jdbc.sql("select count(*) from mail where " + condition)
                .query(Long.class)
                .single();
    }
}
