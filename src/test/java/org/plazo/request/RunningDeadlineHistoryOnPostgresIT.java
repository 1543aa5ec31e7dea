package org.plazo.request;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RunningDeadlineHistoryOnPostgresIT extends RunningDeadlineHistoryContract {

    private static RegisterOn register;

    @BeforeAll
    static void start() throws IOException {
        register = RegisterOn.postgres();
    }

    @AfterAll
    static void stop() throws IOException {
        register.close();
    }

    @Override
    RegisterOn on() {
        return register;
    }
}
