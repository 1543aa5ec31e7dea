package org.plazo.notification.outbox;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The outbox's tables on both databases, without anything else. They live as long as the tests run. */
final class OutboxDatabases {

    private static List<DataSource> all = List.of();

    private OutboxDatabases() {}

    static synchronized List<DataSource> all() throws IOException {
        if (all.isEmpty()) {
            DataSource h2 =
                    JdbcConnectionPool.create("jdbc:h2:mem:outbox;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "");
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
            HikariDataSource pool = new HikariDataSource();
            pool.setDataSource(postgres.getPostgresDatabase());
            // wrapped, because JUnit closes a test's arguments that can be closed
            all = List.of(h2, new DelegatingDataSource(pool));
            for (DataSource source : all) {
                new ResourceDatabasePopulator(
                                new ClassPathResource("db/migration/V3__notification.sql"),
                                new ClassPathResource("db/migration/V7__import.sql"),
                                new ClassPathResource("db/migration/V24__notice.sql"))
                        .execute(source);
            }
        }
        return all;
    }

    static DataSource h2() throws IOException {
        return all().get(0);
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
