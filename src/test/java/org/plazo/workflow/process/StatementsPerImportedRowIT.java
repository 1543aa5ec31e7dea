package org.plazo.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.imports.RegisterImport;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a row costs the database, engine included; H2 itself counts. */
@PlazoIT
class StatementsPerImportedRowIT {

    private static final int ROWS = 50;

    @Autowired
    private RegisterImport imports;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.set(Instant.parse("2026-10-07T15:00:00Z"));
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void staysBoundedForARunningRequest() {
        statementsPerRow("RUN-WARM", "AWAITING_RESPONSE,2026-10-05,");
        assertThat(statementsPerRow("RUN", "AWAITING_RESPONSE,2026-10-05,")).isLessThan(120);
    }

    /** Two clocks, each with a step to take and lower ones to skip, and the mails for it. */
    @Test
    void staysBoundedForAnOverdueOne() {
        statementsPerRow("LATE-WARM", "AWAITING_RESPONSE,2026-01-05,");
        assertThat(statementsPerRow("LATE", "AWAITING_RESPONSE,2026-01-05,")).isLessThan(300);
    }

    @Test
    void staysSmallForAClosedOne() {
        statementsPerRow("SHUT-WARM", "CLOSED,2026-01-05,2026-02-05");
        assertThat(statementsPerRow("SHUT", "CLOSED,2026-01-05,2026-02-05")).isLessThan(24);
    }

    private double statementsPerRow(String name, String history) {
        StringBuilder csv = new StringBuilder("externalId,kind,requestingAuthority,requestedAuthority,legalBasis,"
                + "crimeArea,label,measures,lifecycle,dispatchedAt,closedAt,handler\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("STATEMENTS-" + name + i + ",INFORMATION,AGR,DHS,MOU_2017,SMUGGLING,Importada,uno," + history
                    + ",handler\n");
        }
        jdbc.sql("set query_statistics_max_entries 1000").update();
        jdbc.sql("set query_statistics true").update();
        try {
            imports.run(csv.toString().getBytes(StandardCharsets.UTF_8), false, RequestWorld.HANDLER);
            return jdbc.sql("select sum(execution_count) from information_schema.query_statistics")
                            .query(Double.class)
                            .single()
                    / ROWS;
        } finally {
            jdbc.sql("set query_statistics false").update();
        }
    }
}
