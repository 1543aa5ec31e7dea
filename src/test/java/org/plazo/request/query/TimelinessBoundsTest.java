package org.plazo.request.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.plazo.request.Timeliness;

class TimelinessBoundsTest {

    private static final Instant DUE = Instant.parse("2026-03-09T21:00:00Z");
    private static final Duration MICRO = Duration.ofNanos(1_000);

    private final TimelinessBounds bounds = new TimelinessBounds(Duration.ofDays(10), Duration.ofDays(30));

    @Test
    void isNotOverdueAtTheDueInstantButAfterIt() {
        assertThat(bounds.of(DUE, DUE)).isEqualTo(Timeliness.DUE_SOON);
        assertThat(bounds.of(DUE, DUE.plus(MICRO))).isEqualTo(Timeliness.OVERDUE);
    }

    @Test
    void isDueSoonFromTenDaysBefore() {
        Instant soon = DUE.minus(Duration.ofDays(10));
        assertThat(bounds.of(DUE, soon.minus(MICRO))).isEqualTo(Timeliness.ON_TIME);
        assertThat(bounds.of(DUE, soon)).isEqualTo(Timeliness.DUE_SOON);
    }

    @Test
    void isLongOverdueMoreThanThirtyDaysAfter() {
        Instant later = DUE.plus(Duration.ofDays(30));
        assertThat(bounds.of(DUE, later)).isEqualTo(Timeliness.OVERDUE);
        assertThat(bounds.of(DUE, later.plus(MICRO))).isEqualTo(Timeliness.LONG_OVERDUE);
    }

    @Test
    void hasNoDeadlineWithoutAClock() {
        assertThat(bounds.of(null, DUE)).isEqualTo(Timeliness.NO_DEADLINE);
    }

    @Test
    void refusesNegativeBounds() {
        assertThatThrownBy(() -> new TimelinessBounds(Duration.ofDays(-1), Duration.ZERO))
                .hasMessageContaining("plazo.timeliness");
    }
}
