package org.plazo.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plazo.notification.mail.MailFixture;
import org.plazo.notification.mail.OutgoingMail;
import org.plazo.notification.mail.SendOutcome;
import org.plazo.request.Urgency;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A step is mailed once, however often and at whatever time its enqueuing and the drain run. */
class DrainConcurrencyIT {

    static List<DataSource> databases() throws Exception {
        return OutboxDatabases.all();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void mailsEachMatterOnceThoughTwoThreadsEnqueueAndDrain(DataSource source) throws Exception {
        var outbox = new OutboxFixture(source);
        var channel = new RecordingChannel();
        List<Long> numbers = Stream.generate(() -> outbox.request(Urgency.URGENT, false, MailFixture.NOW))
                .limit(40)
                .toList();
        for (int user = 0; user < 5; user++) {
            outbox.user("user" + user, Locale.ENGLISH);
            outbox.enqueue(outbox.overdueRequest(), "OVERDUE", "user" + user);
        }
        outbox.clock.advance(Duration.ofMinutes(15));

        inTwoThreads(() -> {
            numbers.forEach(number -> outbox.enqueue(number, "OVERDUE", "handler"));
            outbox.drain(channel).run();
            return null;
        });
        outbox.drain(channel).run();

        assertThat(channel.mails).hasSize(45);
        assertThat(channel.mails).extracting(OutgoingMail::messageId).doesNotHaveDuplicates();
        assertThat(outbox.matters()).hasSize(45).containsOnly("MAILED");
        assertThat(outbox.mails()).hasSize(45).containsOnly("SENT/null/null/1");
    }

    /** The first drain holds its mail in the middle of the SMTP conversation; the second passes it over. */
    @ParameterizedTest
    @MethodSource("databases")
    void sharesTheMailsBetweenTwoDrains(DataSource source) throws Exception {
        var outbox = new OutboxFixture(source);
        outbox.enqueue(outbox.request(Urgency.URGENT, false, MailFixture.NOW), "OVERDUE", "handler");
        outbox.enqueue(outbox.request(Urgency.URGENT, false, MailFixture.NOW), "OVERDUE", "manager");
        var sending = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = new RecordingChannel();
        var quick = new RecordingChannel();
        var executor = Executors.newSingleThreadExecutor();
        try {
            var first = executor.submit(() -> outbox.drain(mail -> {
                        SendOutcome outcome = slow.send(mail);
                        sending.countDown();
                        await(goOn);
                        return outcome;
                    })
                    .run());
            await(sending);
            outbox.drain(quick).run();
            goOn.countDown();
            first.get(30, TimeUnit.SECONDS);
        } finally {
            executor.shutdownNow();
        }

        assertThat(slow.mails).extracting(OutgoingMail::recipient).containsExactly("handler");
        assertThat(quick.mails).extracting(OutgoingMail::recipient).containsExactly("manager");
        assertThat(outbox.mails()).containsOnly("SENT/null/null/1");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void passesOverAMailWhoseRowAnotherTransactionHolds(DataSource source) throws Exception {
        var outbox = new OutboxFixture(source);
        var channel = new RecordingChannel();
        outbox.enqueue(outbox.request(Urgency.URGENT, false, MailFixture.NOW), "OVERDUE", "handler");
        outbox.enqueue(outbox.request(Urgency.URGENT, false, MailFixture.NOW), "OVERDUE", "manager");
        outbox.drain(mail -> new SendOutcome.Deferred(450, "later")).run();
        outbox.clock.advance(Duration.ofMinutes(1));
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));

        transaction.executeWithoutResult(status -> {
            outbox.jdbc
                    .sql("select id from mail where recipient = 'handler' for update")
                    .query(Long.class)
                    .single();
            drainInAnotherThread(outbox, channel);
        });
        assertThat(channel.mails).extracting(OutgoingMail::recipient).containsExactly("manager");

        outbox.drain(channel).run();
        assertThat(channel.mails).extracting(OutgoingMail::recipient).containsExactly("manager", "handler");
    }

    private static void drainInAnotherThread(OutboxFixture outbox, RecordingChannel channel) {
        var executor = Executors.newSingleThreadExecutor();
        try {
            executor.submit(() -> outbox.drain(channel).run()).get(5, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            executor.shutdownNow();
        }
    }

    private static void inTwoThreads(Callable<Void> work) throws Exception {
        var executor = Executors.newFixedThreadPool(2);
        try {
            for (var done : executor.invokeAll(List.of(work, work))) {
                done.get(60, TimeUnit.SECONDS);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
