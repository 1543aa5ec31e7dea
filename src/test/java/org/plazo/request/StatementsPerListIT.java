package org.plazo.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A list costs one statement and one count, whether it has one row or fifty. */
class StatementsPerListIT {

    private final AtomicInteger statements = new AtomicInteger();

    @Test
    void readsAListOfAnyLengthWithTwoStatements() {
        try (HikariDataSource database = new HikariDataSource()) {
            database.setJdbcUrl("jdbc:h2:mem:statements-per-list;DB_CLOSE_DELAY=-1");
            try (RegisterOn register = new RegisterOn(new Counting(database))) {
                for (int i = 0; i < 50; i++) {
                    register.get(RequestCommands.class).create(Drafts.routine(), Drafts.HANDLER);
                }
                RegisterQueries queries = register.get(RegisterQueries.class);
                for (int size : new int[] {1, 50}) {
                    statements.set(0);
                    RegisterFilter drafts = new RegisterFilter(Lifecycle.DRAFT, Timeliness.NO_DEADLINE, "MININT");
                    assertThat(queries.list(drafts, 0, size).items()).hasSize(size);
                    assertThat(statements).hasValue(2);
                }
            }
        }
    }

    private final class Counting extends DelegatingDataSource {

        Counting(HikariDataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            statements.incrementAndGet();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
