package org.plazo.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.plazo.support.CountingDataSource;

/** A digest costs the same number of statements, whether it tells of two matters or of two hundred. */
class StatementsPerDigestIT {

    @Test
    void sendsADigestOfAnyLengthWithTheSameStatements() throws Exception {
        assertThat(statementsFor(200)).isEqualTo(statementsFor(2)).isPositive();
    }

    private static int statementsFor(int matters) throws Exception {
        var counting = new CountingDataSource(OutboxDatabases.h2());
        var outbox = new OutboxFixture(counting);
        var channel = new RecordingChannel();
        for (int i = 0; i < matters; i++) {
            outbox.enqueue(outbox.overdueRequest(), "OVERDUE", "handler");
        }
        outbox.clock.advance(Duration.ofMinutes(15));
        counting.count();
        outbox.drain(channel).run();
        assertThat(channel.mails).hasSize(1);
        assertThat(outbox.matters()).hasSize(matters).containsOnly("MAILED");
        return counting.count();
    }
}
