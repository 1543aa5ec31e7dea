package org.plazo.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.imports.ImportOptions;
import org.plazo.request.imports.ImportOutcome;
import org.plazo.request.imports.ImportRunner;
import org.plazo.request.imports.RegisterImport;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An import of requests that are long overdue, urgent ones among them, in several transactions. */
@PlazoIT
class ImportDigestIT {

    private static final int ROWS = 510;

    @Autowired
    private RegisterImport imports;

    @Autowired
    private ImportRunner runner;

    @Autowired
    private Drain drain;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void sendWhatOthersLeftBehind() {
        clock.set(Instant.parse("2026-11-24T15:00:00Z"));
        drain.run();
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void mailsEachPersonOnce() {
        Actor handler = new Actor("handler", Set.of(Role.HANDLER));
        ImportOutcome outcome =
                imports.take(new ByteArrayResource(csv()), new ImportOptions(false, false, null), handler);
        assertThat(outcome).isInstanceOf(ImportOutcome.Accepted.class);

        AtomicInteger left = new AtomicInteger(2);
        runner.run(() -> left.getAndDecrement() > 0);
        assertThat(toldOf()).as("steps are taken with the rows").isNotEmpty();
        drain.run();
        assertThat(mails()).as("while the import runs").isEmpty();

        runner.run(() -> true);
        drain.run();
        drain.run();
        assertThat(mails()).isNotEmpty().allSatisfy(each -> assertThat(each).endsWith(" DIGEST"));
        assertThat(mails()).as("one for each person").hasSize(toldOf().size());
        assertThat(toldOf()).contains("head");
        assertThat(jdbc.sql("select count(*) from notification where state = 'PENDING' and gathered")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** {@code PERSON FORM} of each mail about an imported request. */
    private List<String> mails() {
        return jdbc.sql("""
                        select m.recipient || ' ' || m.form from mail m where m.id in
                            (select n.mail_id from notification n join cooperation_request r on r.id = n.request_id
                             where r.external_id like 'DIGEST-%')
                        """).query(String.class).list();
    }

    private Set<String> toldOf() {
        return jdbc.sql("""
                        select distinct n.recipient from notification n
                            join cooperation_request r on r.id = n.request_id
                        where r.external_id like 'DIGEST-%'
                        """).query(String.class).set();
    }

    private static byte[] csv() {
        StringBuilder csv = new StringBuilder("externalId,kind,requestingAuthority,requestedAuthority,legalBasis,"
                + "crimeArea,label,measures,urgency,urgencyReason,lifecycle,dispatchedAt\n");
        String[] urgencies = {"ROUTINE,", "URGENT,Riesgo de fuga", "EMERGENCY,Vida en peligro"};
        for (int i = 0; i < ROWS; i++) {
            csv.append("DIGEST-" + i + ",INFORMATION,AGR,DHS,MOU_2017,SMUGGLING,Importada,uno," + urgencies[i % 3]
                    + ",AWAITING_RESPONSE,2026-0" + (1 + i % 7) + "-05\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
