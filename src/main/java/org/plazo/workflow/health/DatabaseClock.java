package org.plazo.workflow.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares this process's clock with the database's. Timers fire by the process's clock; nodes whose clocks differ would
 * escalate too early or too late and quarrel over the same jobs.
 */
@Component
class DatabaseClock implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);

    /** Beyond this the clock is told of as wrong; a deadline is never finer than minutes. */
    static final Duration TOLERATED = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    DatabaseClock(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Duration skew = skew();
        if (skew.abs().compareTo(TOLERATED) > 0) {
            LOG.error("This process's clock differs from the database's by {}: timers fire at the wrong time", skew);
        }
    }

    /** How far this process is ahead of the database; negative when it is behind. The way there and back is taken out. */
    Duration skew() {
        Instant before = clock.instant();
        Instant database = jdbc.sql("select current_timestamp")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        Instant after = clock.instant();
        Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
        return Duration.between(database, middle);
    }
}
