package org.plazo.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProvenPasswordsTest {

    private final TickingClock clock = new TickingClock();
    private final ProvenPasswords proven = new ProvenPasswords(clock);

    @Test
    void knowsARightPasswordForFiveMinutes() {
        proven.remember("ana", "secret", "hash");
        clock.now = clock.now.plusSeconds(299);
        assertThat(proven.know("ana", "secret", "hash")).isTrue();
        clock.now = clock.now.plusSeconds(1);
        assertThat(proven.know("ana", "secret", "hash")).isFalse();
    }

    @Test
    void knowsNothingElse() {
        proven.remember("ana", "secret", "hash");
        assertThat(proven.know("ana", "other", "hash")).isFalse();
        assertThat(proven.know("eva", "secret", "hash")).isFalse();
        assertThat(proven.know("ana", "secret", "changed")).isFalse();
        assertThat(proven.know("anas", "ecret", "hash")).isFalse();
    }

    private static final class TickingClock extends Clock {

        private Instant now = Instant.parse("2026-03-06T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
