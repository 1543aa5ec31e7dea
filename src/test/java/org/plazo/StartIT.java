package org.plazo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;

@PlazoIT
class StartIT {

    @Autowired
    private Clock clock;

    @Test
    void startsWithTheMovableClock() {
        assertThat(clock).isInstanceOf(MovableClock.class);
    }
}
