package org.plazo.request.ledger;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.plazo.request.RegisterOn;

class LedgerOnH2IT extends LedgerContract {

    private static HikariDataSource database;
    private static RegisterOn register;

    @BeforeAll
    static void start() {
        database = new HikariDataSource();
        database.setJdbcUrl("jdbc:h2:mem:ledger-contract;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
        database.setMaximumPoolSize(20);
        register = new RegisterOn(database);
    }

    @AfterAll
    static void stop() {
        register.close();
        database.close();
    }

    @Override
    RegisterOn on() {
        return register;
    }
}
