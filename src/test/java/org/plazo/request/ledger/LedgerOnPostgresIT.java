package org.plazo.request.ledger;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.plazo.request.RegisterOn;

class LedgerOnPostgresIT extends LedgerContract {

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
