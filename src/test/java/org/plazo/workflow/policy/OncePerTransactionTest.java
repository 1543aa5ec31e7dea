package org.plazo.workflow.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class OncePerTransactionTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final OncePerTransaction<String, Integer> latest =
            new OncePerTransaction<>(name -> asked.incrementAndGet());
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(database()));

    @Test
    void asksEachTimeOutsideOfATransaction() {
        latest.answer("ladder");
        latest.answer("ladder");
        assertThat(asked).hasValue(2);
    }

    @Test
    void asksOnceInATransactionAndAgainInTheNext() {
        for (int i = 0; i < 2; i++) {
            transaction.executeWithoutResult(status -> {
                latest.answer("ladder");
                latest.answer("ladder");
            });
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void asksInAnInnerTransactionOfItsOwn() {
        TransactionTemplate inner = new TransactionTemplate(transaction.getTransactionManager());
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            assertThat(latest.answer("ladder")).isEqualTo(1);
            inner.executeWithoutResult(
                    within -> assertThat(latest.answer("ladder")).isEqualTo(2));
            assertThat(latest.answer("ladder")).isEqualTo(1);
        });
    }

    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:once-per-transaction;DB_CLOSE_DELAY=-1");
        return database;
    }
}
