package org.plazo.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plazo.notification.NewNotification;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Urgency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox on both databases, with Spring's transactions but without the application. */
class EnqueuingIT {

    static List<DataSource> databases() throws Exception {
        return OutboxDatabases.all();
    }

    @BeforeEach
    void empty() throws Exception {
        for (DataSource source : databases()) {
            JdbcClient.create(source).sql("delete from notification").update();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void tellsADuplicateAndLeavesTheTransactionAlive(DataSource source) throws Exception {
        JdbcClient jdbc = JdbcClient.create(source);
        var outbox = new Enqueuing(jdbc, source, Clock.systemUTC());
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));

        transaction.executeWithoutResult(status -> {
            assertThat(outbox.enqueue(matter(1, 1, "OVERDUE"))).isTrue();
            assertThat(outbox.enqueue(matter(1, 1, "OVERDUE"))).isFalse();
            assertThat(outbox.enqueue(matter(1, 2, "OVERDUE"))).isTrue();
            assertThat(outbox.enqueue(matter(1, 1, "MANAGER"))).isTrue();
        });

        assertThat(count(jdbc, 1)).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void rollsBackWithTheCaller(DataSource source) throws Exception {
        JdbcClient jdbc = JdbcClient.create(source);
        var outbox = new Enqueuing(jdbc, source, Clock.systemUTC());
        new TransactionTemplate(new DataSourceTransactionManager(source)).executeWithoutResult(status -> {
            outbox.enqueue(matter(2, 1, "OVERDUE"));
            status.setRollbackOnly();
        });

        assertThat(count(jdbc, 2)).isZero();
        assertThat(outbox.enqueue(matter(2, 1, "OVERDUE"))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theSecondOfTwoTransactionsWaitsAndGoesOn(DataSource source) throws Exception {
        JdbcClient jdbc = JdbcClient.create(source);
        var outbox = new Enqueuing(jdbc, source, Clock.systemUTC());
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        var written = new CountDownLatch(1);
        var executor = Executors.newSingleThreadExecutor();
        try {
            Callable<Boolean> second = () -> {
                written.await();
                return transaction.execute(status -> {
                    boolean isNew = outbox.enqueue(matter(3, 1, "OVERDUE"));
                    outbox.enqueue(matter(3, 1, "MANAGER"));
                    return isNew;
                });
            };
            var result = executor.submit(second);
            transaction.executeWithoutResult(status -> {
                outbox.enqueue(matter(3, 1, "OVERDUE"));
                written.countDown();
                waitForTheOther();
            });

            assertThat(result.get()).isFalse();
            assertThat(count(jdbc, 3)).isEqualTo(2);
        } finally {
            executor.shutdownNow();
        }
    }

    private static void waitForTheOther() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(JdbcClient jdbc, long deadline) {
        return jdbc.sql("select count(*) from notification where deadline_id = ?")
                .param(deadline)
                .query(Long.class)
                .single();
    }

    private static NewNotification matter(long deadline, int generation, String step) {
        return new NewNotification(10, deadline, DeadlineKind.RESPONSE, generation, step, Urgency.ROUTINE, "handler");
    }
}
