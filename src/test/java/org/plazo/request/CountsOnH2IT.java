package org.plazo.request;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class CountsOnH2IT extends CountsContract {

    private static HikariDataSource database;
    private static RegisterOn register;

    @BeforeAll
    static void start() {
        database = new HikariDataSource();
        database.setJdbcUrl("jdbc:h2:mem:counts-contract;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
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
