package org.plazo.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of exports on both databases. */
class ExportRecordsIT {

    private static final Instant NOW = Instant.parse("2026-03-06T15:00:00.123456Z");
    private static final String HASH = "ab".repeat(32);

    @Test
    void keepsExportsOnH2() {
        try (HikariDataSource database = new HikariDataSource()) {
            database.setJdbcUrl("jdbc:h2:mem:export-records;DB_CLOSE_DELAY=-1");
            keepsExports(database);
        }
    }

    @Test
    void keepsExportsOnPostgres() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                HikariDataSource database = new HikariDataSource()) {
            database.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
            keepsExports(database);
        }
    }

    private static void keepsExports(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
        ExportRecords records = new ExportRecords(JdbcClient.create(database), database);
        long first = records.add(new NewExport(NOW, "auditor", "requests", "open=true", 66, HASH));
        long second = records.add(new NewExport(NOW, "handler", "requests", "x".repeat(5000), 0, HASH));
        assertThat(second).isGreaterThan(first);
        assertThat(records.count()).isEqualTo(2);
        ExportRecord oldest = new ExportRecord(first, NOW, "auditor", "requests", "open=true", 66, HASH);
        assertThat(records.list(1, 1)).containsExactly(oldest);
        assertThat(records.list(0, 1))
                .extracting(record -> record.query().length())
                .containsExactly(4000);
        List<ExportRecord> all = new ArrayList<>();
        records.each(all::add);
        assertThat(all).isEqualTo(records.list(0, 10)).hasSize(2).endsWith(oldest);
    }
}
