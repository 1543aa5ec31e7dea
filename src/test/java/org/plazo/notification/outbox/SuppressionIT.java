package org.plazo.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.notification.mail.SendOutcome;
import org.plazo.request.Urgency;

/** What is not told any more, and why. */
class SuppressionIT {

    private final RecordingChannel channel = new RecordingChannel();
    private OutboxFixture outbox;

    @BeforeEach
    void start() throws Exception {
        outbox = new OutboxFixture(OutboxDatabases.h2());
    }

    @Test
    void saysNothingOfWhatWasAnsweredMeanwhile() {
        long answered = outbox.overdueRequest();
        long closed = outbox.overdueRequest();
        long open = outbox.overdueRequest();
        outbox.enqueue(answered, "OVERDUE", "handler");
        outbox.enqueue(closed, "OVERDUE", "handler");
        outbox.enqueue(open, "OVERDUE", "handler");
        outbox.stopClock(answered);
        outbox.close(closed);
        outbox.clock.advance(Duration.ofMinutes(15));
        outbox.drain(channel).run();

        assertThat(channel.mails).hasSize(1);
        assertThat(channel.mails.get(0).text())
                .contains("CU-OUT-2026-0003")
                .doesNotContain("CU-OUT-2026-0001", "CU-OUT-2026-0002");
        assertThat(outbox.matters()).containsExactly("SUPPRESSED/CLOCK_STOPPED", "SUPPRESSED/REQUEST_FINAL", "MAILED");
    }

    @Test
    void saysNothingToWhomARequestWasHiddenMeanwhile() {
        long hidden = outbox.overdueRequest();
        long open = outbox.overdueRequest();
        for (String recipient : List.of("handler", "manager")) {
            outbox.enqueue(hidden, "OVERDUE", recipient);
            outbox.enqueue(open, "OVERDUE", recipient);
        }
        outbox.hide(hidden, "handler");
        outbox.clock.advance(Duration.ofMinutes(15));
        outbox.drain(channel).run();

        assertThat(channel.mails).hasSize(2);
        assertThat(channel.mails.get(0).recipient()).isEqualTo("handler");
        assertThat(channel.mails.get(0).text()).contains("CU-OUT-2026-0002").doesNotContain("CU-OUT-2026-0001");
        assertThat(channel.mails.get(1).text()).contains("CU-OUT-2026-0002", "CU-OUT-2026-0001");
        assertThat(outbox.matters()).containsExactly("SUPPRESSED/NOT_PERMITTED", "MAILED", "MAILED", "MAILED");
    }

    @Test
    void sendsNoMailWhenNothingIsLeft() {
        long closed = outbox.request(Urgency.URGENT, false, outbox.clock.instant());
        outbox.enqueue(closed, "OVERDUE", "handler");
        outbox.close(closed);
        outbox.drain(channel).run();

        assertThat(channel.mails).isEmpty();
        assertThat(outbox.mails()).containsExactly("EMPTY/null/null/0");
        assertThat(outbox.matters()).containsExactly("SUPPRESSED/REQUEST_FINAL");
    }

    @Test
    void tellsOnlyTheNewestStepOfADeadlineToOnePerson() {
        long number = outbox.overdueRequest();
        outbox.enqueue(number, "DUE_SOON", "handler");
        outbox.enqueue(number, "OVERDUE", "handler");
        outbox.enqueue(number, "MANAGER", "manager");
        outbox.clock.advance(Duration.ofMinutes(15));
        outbox.drain(channel).run();

        assertThat(outbox.matters()).containsExactly("SUPPRESSED/SUPERSEDED", "MAILED", "MAILED");
        assertThat(channel.mails.get(0).text()).contains("Plazo vencido").doesNotContain("Plazo próximo");
    }

    @Test
    void looksAgainBeforeEveryAttempt() {
        var greylisting = new RecordingChannel(new SendOutcome.Deferred(450, "later"));
        long number = outbox.request(Urgency.URGENT, false, outbox.clock.instant());
        outbox.enqueue(number, "OVERDUE", "handler");
        outbox.drain(greylisting).run();
        outbox.stopClock(number);
        outbox.clock.advance(Duration.ofMinutes(1));
        outbox.drain(greylisting).run();

        assertThat(greylisting.mails).hasSize(1);
        assertThat(outbox.matters()).containsExactly("SUPPRESSED/CLOCK_STOPPED");
    }
}
