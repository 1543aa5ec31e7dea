package org.plazo.request;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RunningDeadlineOnH2IT extends RunningDeadlineContract {

    private static RegisterOn register;

    @BeforeAll
    static void start() {
        register = RegisterOn.h2();
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
