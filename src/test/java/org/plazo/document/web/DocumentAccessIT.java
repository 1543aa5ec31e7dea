package org.plazo.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.document.NewRequests;
import org.plazo.document.Samples;
import org.plazo.document.web.Uploads.Answer;
import org.plazo.request.RequestCommands;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may do what with documents, and how much of it in a day. */
@PlazoIT
class DocumentAccessIT {

    @LocalServerPort
    private int port;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private Uploads uploads;
    private String reference;
    private String path;

    @BeforeEach
    void enterARequest() {
        uploads = new Uploads(port);
        reference = NewRequests.ordinary(commands);
        path = "/api/requests/" + reference + "/documents";
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "handler, 201, 200",
        "manager, 201, 200",
        "head, 201, 200",
        "reviewer, 403, 403",
        "delegate, 403, 403",
        "admin, 403, 403",
        "auditor, 403, 403"
    })
    void letsSomeRolesAddAndWithdrawAndAllRead(String user, int added, int withdrawn) {
        Answer there = uploads.add("handler", reference, "nota.pdf", Samples.pdf("leer"));
        String address = there.header("Location");

        assertThat(uploads.get(user, path).json().path("total").asInt()).isEqualTo(1);
        assertThat(uploads.get(user, address).status()).isEqualTo(200);
        assertThat(uploads.add(user, reference, "otra.pdf", Samples.pdf("otra")).status())
                .isEqualTo(added);
        assertThat(uploads.postJson(user, address + "/withdrawal", "{\"reason\":\"Prueba\"}")
                        .status())
                .isEqualTo(withdrawn);
    }

    @ParameterizedTest
    @CsvSource({
        "ORDINARY, handler reviewer manager head delegate admin auditor",
        "LIMITED, handler reviewer manager head auditor",
        "CONFIDENTIAL, handler reviewer manager head auditor"
    })
    void hidesDocumentsOfALevelThatTheReaderDoesNotReach(String level, String readers) {
        Answer added = uploads.add(
                "handler",
                reference,
                "nota.pdf",
                Samples.pdf("nivel"),
                Map.of("language", "es", "classification", level));
        for (String user : List.of("handler", "reviewer", "manager", "head", "delegate", "admin", "auditor")) {
            boolean reads = List.of(readers.split(" ")).contains(user);
            assertThat(uploads.get(user, path).json().path("total").asInt())
                    .as(user)
                    .isEqualTo(reads ? 1 : 0);
            assertThat(uploads.get(user, added.header("Location")).status())
                    .as(user)
                    .isEqualTo(reads ? 200 : 404);
        }
        String withdrawal = added.header("Location") + "/withdrawal";
        assertThat(uploads.postJson("handler", withdrawal, "{\"reason\":\"Prueba\"}")
                        .status())
                .isEqualTo(200);
        for (String user : List.of("handler", "reviewer", "manager", "head", "delegate", "admin", "auditor")) {
            boolean reads = List.of(readers.split(" ")).contains(user);
            String ledger =
                    uploads.get(user, "/api/requests/" + reference + "/events").text();
            assertThat(ledger.contains("nota.pdf")).as(user).isEqualTo(reads);
            assertThat(ledger.contains(added.text("sha256"))).as(user).isEqualTo(reads);
            assertThat(ledger).as(user).contains("CREATED");
        }
    }

    @Test
    void knowsNothingOfRequestsThatTheReaderMayNotSee() {
        String restricted = NewRequests.restricted(commands);
        Answer added = uploads.add("handler", restricted, "nota.pdf", Samples.pdf("secreto"));
        String hidden = "/api/requests/" + restricted + "/documents";

        Map<String, Answer> answers = new HashMap<>();
        answers.put("list", uploads.get("admin", hidden));
        answers.put("download", uploads.get("admin", added.header("Location")));
        answers.put("upload", uploads.add("admin", restricted, "a.pdf", Samples.pdf("a")));
        answers.put(
                "withdrawal",
                uploads.postJson("admin", added.header("Location") + "/withdrawal", "{\"reason\":\"x\"}"));
        answers.put("unknown", uploads.get("admin", "/api/requests/CU-OUT-1999-0001/documents"));
        assertThat(answers)
                .allSatisfy(
                        (what, answer) -> assertThat(answer.status()).as(what).isEqualTo(404));
    }

    @Test
    void findsADocumentInItsOwnRequestOnly() {
        Answer added = uploads.add("handler", reference, "nota.pdf", Samples.pdf("ajeno"));
        String other = "/api/requests/" + NewRequests.ordinary(commands) + "/documents/" + added.text("id");

        assertThat(uploads.get("handler", other).status()).isEqualTo(404);
        assertThat(uploads.postJson("handler", other + "/withdrawal", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void endsADaysUploadsAtTheQuotaUntilTheNextDayOfTheHomeSide() {
        byte[] pdf = Samples.pdf("cuota");
        assertThat(uploads.add("head", reference, "a.pdf", Samples.pdf("uno")).status())
                .isEqualTo(201);
        long used = usedBytes();
        long quota = 500L * 1024 * 1024;
        use(quota - pdf.length + 1);
        try {
            Answer refused = uploads.add("head", reference, "b.pdf", pdf);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.text("field")).isEqualTo("file");
            assertThat(refused.text("detail")).contains("500 MB");
            assertThat(uploads.add("manager", reference, "c.pdf", Samples.pdf("otra persona"))
                            .status())
                    .isEqualTo(201);

            use(quota - pdf.length);
            assertThat(uploads.add("head", reference, "b.pdf", pdf).status()).isEqualTo(201);
            assertThat(uploads.add("head", reference, "d.txt", Samples.text("x"))
                            .status())
                    .isEqualTo(429);

            clock.advance(Duration.ofDays(1));
            assertThat(uploads.add("head", reference, "e.pdf", Samples.pdf("mañana"))
                            .status())
                    .isEqualTo(201);
        } finally {
            clock.reset();
            use(used);
        }
    }

    private long usedBytes() {
        return jdbc.sql("select used_bytes from document_quota where holder = 'head' order by used_on desc limit 1")
                .query(Long.class)
                .single();
    }

    /** Today is the only day, or the first: the others of this test are in the future. */
    private void use(long bytes) {
        jdbc.sql("update document_quota set used_bytes = ? where holder = 'head'")
                .param(bytes)
                .update();
    }
}
