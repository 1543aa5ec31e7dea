package org.plazo.workflow.health;

import java.time.Duration;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** {@code clock}: out of service when this process's clock and the database's differ by more than 5 seconds. */
@Component
class ClockHealthIndicator extends AbstractHealthIndicator {

    private final DatabaseClock clock;

    ClockHealthIndicator(DatabaseClock clock) {
        super("The database's clock cannot be asked");
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Duration skew = clock.skew();
        health.withDetail("skewMillis", skew.toMillis())
                .withDetail("toleratedMillis", DatabaseClock.TOLERATED.toMillis());
        if (skew.abs().compareTo(DatabaseClock.TOLERATED) > 0) {
            health.outOfService();
        } else {
            health.up();
        }
    }
}
