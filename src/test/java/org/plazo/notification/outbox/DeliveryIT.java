package org.plazo.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.notification.mail.MailFixture;
import org.plazo.notification.mail.OutgoingMail;
import org.plazo.notification.mail.SendOutcome;
import org.plazo.notification.mail.SendOutcome.ChannelDown;
import org.plazo.notification.mail.SendOutcome.Deferred;
import org.plazo.notification.mail.SendOutcome.Refused;
import org.plazo.notification.mail.SendOutcome.Unknown;
import org.plazo.request.Urgency;
import org.plazo.security.UserProfile;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** What follows from each outcome of an attempt. */
class DeliveryIT {

    private OutboxFixture outbox;

    @BeforeEach
    void start() throws Exception {
        outbox = new OutboxFixture(OutboxDatabases.h2());
    }

    private void enqueueUrgent() {
        outbox.enqueue(outbox.request(Urgency.URGENT, false, MailFixture.NOW), "OVERDUE", "handler");
    }

    @Test
    void triesADeferredMailAgainAfterGrowingPauses() {
        var channel = new RecordingChannel(
                new Deferred(450, "later"),
                new Deferred(451, "later"),
                new Deferred(null, "timeout"),
                new Deferred(450, "later"));
        enqueueUrgent();
        Drain drain = outbox.drain(channel);
        drain.run();
        assertThat(outbox.mails()).containsExactly("RETRY/DEFERRED/450/1");

        int attempts = 1;
        for (Duration pause : List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15))) {
            outbox.clock.advance(pause.minusMillis(1));
            drain.run();
            assertThat(channel.mails).hasSize(attempts);
            outbox.clock.advance(Duration.ofMillis(1));
            drain.run();
            assertThat(channel.mails).hasSize(++attempts);
        }
        assertThat(outbox.mails()).containsExactly("RETRY/DEFERRED/450/4");
        outbox.clock.advance(Duration.ofHours(1));
        drain.run();
        assertThat(outbox.mails()).containsExactly("SENT/null/null/5");
        assertThat(outbox.matters()).containsExactly("MAILED");
        assertThat(channel.mails)
                .extracting(OutgoingMail::messageId)
                .containsOnly(channel.mails.get(0).messageId());
    }

    @Test
    void givesUpAfterThreeDays() {
        SendOutcome[] always = new SendOutcome[40];
        Arrays.fill(always, new Deferred(450, "later"));
        var channel = new RecordingChannel(always);
        enqueueUrgent();
        Drain drain = outbox.drain(channel);
        for (int hour = 0; hour < 100; hour++) {
            drain.run();
            outbox.clock.advance(Duration.ofHours(1));
        }

        assertThat(outbox.mails()).singleElement().asString().startsWith("DEAD/EXPIRED/450/");
        assertThat(outbox.matters()).containsExactly("FAILED");
    }

    @Test
    void doesNotTryARefusedMailAgain() {
        var channel = new RecordingChannel(new Refused(550, "no such mailbox\r\nhere"));
        enqueueUrgent();
        outbox.drain(channel).run();
        outbox.clock.advance(Duration.ofDays(1));
        outbox.drain(channel).run();

        assertThat(channel.mails).hasSize(1);
        assertThat(outbox.mails()).containsExactly("DEAD/REFUSED/550/1");
        assertThat(outbox.matters()).containsExactly("FAILED");
        assertThat(outbox.jdbc
                        .sql("select last_text from mail")
                        .query(String.class)
                        .single())
                .isEqualTo("no such mailbox here");
    }

    @Test
    void stopsForAMinuteWhenTheChannelIsDownAndCountsNoAttempt() {
        var channel = new RecordingChannel(new ChannelDown(421, "closing"));
        enqueueUrgent();
        enqueueUrgent();
        Drain drain = outbox.drain(channel);
        drain.run();
        assertThat(channel.mails).hasSize(1);
        assertThat(outbox.mails()).containsExactly("PENDING/CHANNEL_DOWN/421/0", "PENDING/null/null/0");

        outbox.clock.advance(Duration.ofMinutes(1).minusMillis(1));
        drain.run();
        assertThat(channel.mails).hasSize(1);
        outbox.clock.advance(Duration.ofMillis(1));
        drain.run();
        assertThat(channel.mails).hasSize(3);
        assertThat(outbox.mails()).containsExactly("SENT/null/null/1", "SENT/null/null/1");
    }

    @Test
    void sendsAMailOfUnknownOutcomeOnceMoreUnderTheSameMessageId() {
        var channel = new RecordingChannel(new Unknown("timeout"), new Unknown("timeout"));
        enqueueUrgent();
        Drain drain = outbox.drain(channel);
        drain.run();
        assertThat(outbox.mails()).containsExactly("UNKNOWN/NO_ANSWER/null/1");
        assertThat(outbox.matters()).containsExactly("PENDING");

        outbox.clock.advance(Duration.ofMinutes(30).minusMillis(1));
        drain.run();
        assertThat(channel.mails).hasSize(1);
        outbox.clock.advance(Duration.ofMillis(1));
        drain.run();
        outbox.clock.advance(Duration.ofDays(1));
        drain.run();

        assertThat(channel.mails).hasSize(2);
        assertThat(channel.mails.get(1).messageId())
                .isEqualTo(channel.mails.get(0).messageId());
        assertThat(outbox.mails()).containsExactly("UNKNOWN/NO_ANSWER/null/2");
        assertThat(outbox.matters()).containsExactly("MAILED");
    }

    @Test
    void treatsAMailWhoseSenderVanishedAsUnknown() {
        enqueueUrgent();
        var crash = new IllegalStateException("power cut");
        Drain dying = outbox.drain(mail -> {
            throw crash;
        });
        try {
            dying.run();
        } catch (IllegalStateException expected) {
            assertThat(expected).isSameAs(crash);
        }
        assertThat(outbox.mails()).containsExactly("SENDING/null/null/1");

        var channel = new RecordingChannel();
        Drain drain = outbox.drain(channel);
        outbox.clock.advance(Duration.ofMinutes(10));
        drain.run();
        assertThat(outbox.mails()).containsExactly("SENDING/null/null/1");
        outbox.clock.advance(Duration.ofMillis(1));
        drain.run();
        assertThat(outbox.mails()).containsExactly("UNKNOWN/INTERRUPTED/null/1");
        outbox.clock.advance(Duration.ofMinutes(30));
        drain.run();
        assertThat(outbox.mails()).containsExactly("SENT/null/null/2");
        assertThat(channel.mails).hasSize(1);
    }

    @Test
    void showsWhoCannotBeReached() {
        outbox.users.put("nowhere", new UserProfile("nowhere", "nowhere", null, MailFixture.SPANISH, Set.of()));
        outbox.users.put(
                "outside", new UserProfile("outside", "outside", "x@other.example", MailFixture.SPANISH, Set.of()));
        for (String recipient : List.of("nobody", "nowhere", "outside")) {
            outbox.enqueue(outbox.request(Urgency.URGENT, false, MailFixture.NOW), "OVERDUE", recipient);
        }
        var channel = new RecordingChannel();
        outbox.drain(channel).run();

        assertThat(channel.mails).isEmpty();
        assertThat(outbox.mails())
                .containsExactly("DEAD/NO_SUCH_USER/null/0", "DEAD/NO_ADDRESS/null/0", "DEAD/BAD_ADDRESS/null/0");
        assertThat(outbox.matters()).containsOnly("FAILED");
    }

    @Test
    void failsTheHealthCheckWhenSomebodyShouldHaveBeenToldLongAgo() {
        var indicator = new OutboxHealthIndicator(outbox.jdbc, OutboxFixture.SETTINGS, outbox.clock);
        enqueueUrgent();
        outbox.clock.advance(Duration.ofHours(1));
        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
        outbox.clock.advance(Duration.ofSeconds(1));

        Health health = indicator.health();
        assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.getDetails()).containsEntry("pending", 1L).containsEntry("oldestPendingSeconds", 3601L);

        outbox.drain(new RecordingChannel()).run();
        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
    }
}
