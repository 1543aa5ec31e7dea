package org.plazo.request.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.plazo.request.RegisterOn;

class LedgerOnPostgresIT extends LedgerContract {

    private static EmbeddedPostgres server;
    private static HikariDataSource database;
    private static RegisterOn register;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
        database = new HikariDataSource();
        database.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        database.setMaximumPoolSize(20);
        register = new RegisterOn(database);
    }

    @AfterAll
    static void stop() throws IOException {
        register.close();
        database.close();
        server.close();
    }

    @Override
    RegisterOn on() {
        return register;
    }
}
