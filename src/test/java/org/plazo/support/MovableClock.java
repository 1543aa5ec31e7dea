package org.plazo.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The clock of all integration tests. It runs with the real time until a test sets it; the engine's clock follows. Tests
 * that set it {@link #reset} it afterwards.
 */
public final class MovableClock extends Clock {

    private volatile Clock delegate = Clock.systemUTC();

    /** Stops the clock at an instant. */
    public void set(Instant instant) {
        delegate = Clock.fixed(instant, ZoneOffset.UTC);
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    public void advance(Duration duration) {
        set(instant().plus(duration));
    }

    /** Back to the real time. */
    public void reset() {
        delegate = Clock.systemUTC();
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        return delegate.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return delegate.withZone(zone);
    }
}
