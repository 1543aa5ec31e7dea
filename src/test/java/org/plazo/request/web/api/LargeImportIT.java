package org.plazo.request.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.imports.ImportRunner;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** Files with more than five hundred new rows, which are stored in the background, two hundred rows at a time. */
@PlazoIT
class LargeImportIT {

    private static final String HEADER =
            "externalId;kind;requestingAuthority;requestedAuthority;legalBasis;crimeArea;label;measures;lifecycle;"
                    + "dispatchedAt;closedAt\r\n";
    private static final String CODES = ";INFORMATION;AGR;DHS;MOU_2017;SMUGGLING;Importada, grande;uno|dos;";
    private static final String CLOSED = "CLOSED;2026-01-05;2026-02-02\r\n";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private ImportRunner runner;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private Api api;

    /** With the clock stopped no transaction ends early for having taken a second. */
    @BeforeEach
    void connect() {
        clock.set(Instant.parse("2026-11-24T15:00:00Z"));
        api = new Api(context);
        runner.run(() -> true);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void isAcceptedAndStoredSomeRowsAtATime() {
        Api.Answer accepted = post("handler", "", closed("BIG", 601));
        assertThat(accepted.status()).isEqualTo(202);
        String place = accepted.response().getHeader("Location");
        assertThat(place).isEqualTo("/api/imports/" + accepted.text("id"));
        assertThat(stored("BIG")).isZero();

        runner.run(times(2));
        Api.Answer halfway = api.get("handler", place);
        assertThat(halfway.text("state")).isEqualTo("RUNNING");
        assertThat(halfway.body().get("rows").asInt()).isEqualTo(601);
        assertThat(halfway.body().get("done").asInt()).isEqualTo(400);
        assertThat(stored("BIG")).isEqualTo(400);

        runner.run(() -> true);
        Api.Answer done = api.get("admin", place);
        assertThat(done.text("state")).isEqualTo("DONE");
        assertThat(done.body().get("created").asInt()).isEqualTo(601);
        assertThat(done.text("endedAt")).isNotEmpty();
        assertThat(stored("BIG")).isEqualTo(601);
        assertThat(jdbc.sql("select count(*) from import_row")
                        .query(Integer.class)
                        .single())
                .as("no facts stay behind")
                .isZero();
        String reference = jdbc.sql("select reference from cooperation_request where external_id = 'BIG-17'")
                .query(String.class)
                .single();
        Api.Answer shown = api.get("handler", "/api/requests/" + reference);
        assertThat(shown.text("handler")).as("who imported it").isEqualTo("handler");
        assertThat(api.get("handler", "/api/requests/" + reference + "/events")
                        .body()
                        .at("/0/sentence/en")
                        .asText())
                .startsWith("handler imported the request");
    }

    /** What a killed process leaves behind: some transactions are there, the one that ran is not. */
    @Test
    void goesOnWhereItWasInterrupted() {
        String place = post("handler", "", closed("KILL", 650)).response().getHeader("Location");
        runner.run(times(1));
        blockRow("KILL-230");
        runner.run(() -> true);
        assertThat(stored("KILL")).as("the second transaction was rolled back").isEqualTo(200);
        assertThat(api.get("handler", place).body().get("done").asInt()).isEqualTo(200);

        jdbc.sql("alter table cooperation_request drop constraint no_such_row").update();
        runner.run(() -> true);
        assertThat(api.get("handler", place).text("state")).isEqualTo("DONE");
        assertThat(stored("KILL")).isEqualTo(650);
        assertThat(jdbc.sql(
                                "select count(distinct external_id) from cooperation_request where external_id like 'KILL-%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(650);
    }

    private void blockRow(String externalId) {
        jdbc.sql("alter table cooperation_request add constraint no_such_row check (external_id <> '" + externalId
                        + "')")
                .update();
    }

    @Test
    void storesNothingOfALargeFileWithOneProblemUnlessItIsToBeLeftOut() {
        String rows = closed("SKIP", 600) + "SKIP-X" + CODES + "CLOSED;2026-01-05;\r\n" + "SKIP-Y;too;few\r\n"
                + closed("SKIP", 1);
        Api.Answer refused = post("handler", "", rows);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/problems/0/line").asInt()).isEqualTo(602);
        assertThat(refused.body().at("/problems/0/column").asText()).isEqualTo("closedAt");
        assertThat(refused.body().at("/problems/2/reason").asText()).isEqualTo("is in line 2 already");
        runner.run(() -> true);
        assertThat(stored("SKIP")).isZero();

        String place = post("handler", "&skipInvalid=true", rows).response().getHeader("Location");
        runner.run(() -> true);
        Api.Answer done = api.get("handler", place);
        assertThat(done.body().get("rows").asInt()).isEqualTo(603);
        assertThat(done.body().get("created").asInt()).isEqualTo(600);
        assertThat(done.body().get("invalid").asInt()).isEqualTo(3);
        assertThat(done.body().get("problems")).hasSize(3);
        assertThat(done.body().at("/problems/1/line").asInt()).isEqualTo(603);
        assertThat(stored("SKIP")).isEqualTo(600);
    }

    @Test
    void leavesInvalidRowsOutOfASmallFileToo() {
        String rows = closed("SMALL", 2) + "SMALL-X" + CODES + "OPEN;;\r\n";
        assertThat(post("handler", "", rows).status()).isEqualTo(400);
        Api.Answer stored = post("handler", "&skipInvalid=true", rows);
        assertThat(stored.status()).isEqualTo(200);
        assertThat(stored.body().get("created").asInt()).isEqualTo(2);
        assertThat(stored.body().get("invalid").asInt()).isEqualTo(1);
        assertThat(stored.body().at("/problems/0/line").asInt()).isEqualTo(4);
        assertThat(post("handler", "&skipInvalid=true", "\"" + rows).status())
                .as("a file that cannot be read is refused all the same")
                .isEqualTo(400);
    }

    @Test
    void canBeStoppedByWhoStartedItOrAnAdminAndIsShownToNobodyElse() {
        String place = post("admin", "", closed("STOP", 700)).response().getHeader("Location");
        runner.run(times(1));
        assertThat(api.get("handler", place).status()).isEqualTo(404);
        assertThat(api.post("handler", place + "/stop", "").status()).isEqualTo(404);
        assertThat(api.get("auditor", "/api/imports").status()).isEqualTo(403);
        assertThat(api.post("admin", place + "/stop", "").text("state")).isEqualTo("STOPPED");
        assertThat(api.post("admin", place + "/stop", "").status()).isEqualTo(409);
        runner.run(() -> true);
        assertThat(stored("STOP")).isEqualTo(200);
        assertThat(api.get("admin", "/api/imports").body().at("/0/state").asText())
                .isEqualTo("STOPPED");

        String again = post("admin", "", closed("STOP", 700)).response().getHeader("Location");
        assertThat(again).as("five hundred are left: they are stored at once").isNull();
        assertThat(stored("STOP")).isEqualTo(700);
    }

    @Test
    void offersAnExampleThatCanBeImportedAsItIs() throws Exception {
        Api.Answer example = api.get("handler", "/api/imports/example.csv");
        assertThat(example.response().getHeader("Content-Disposition")).contains("example.csv");
        byte[] csv = example.response().getContentAsByteArray();
        assertThat(new String(csv, StandardCharsets.UTF_8)).contains("líneas").startsWith("\uFEFFexternalId,");
        Api.Answer imported = api.post("handler", "/api/imports?dryRun=false", CSV, csv);
        assertThat(imported.status()).as(imported.body().toString()).isEqualTo(200);
        assertThat(imported.body().get("created").asInt()).isEqualTo(5);
    }

    private static BooleanSupplier times(int transactions) {
        AtomicInteger left = new AtomicInteger(transactions);
        return () -> left.getAndDecrement() > 0;
    }

    private Api.Answer post(String user, String options, String rows) {
        byte[] body = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
        return api.post(user, "/api/imports?dryRun=false" + options, CSV, body);
    }

    private static String closed(String name, int rows) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= rows; i++) {
            text.append(name).append('-').append(i).append(CODES).append(CLOSED);
        }
        return text.toString();
    }

    private int stored(String name) {
        return jdbc.sql("select count(*) from cooperation_request where external_id like :name")
                .param("name", name + "-%")
                .query(Integer.class)
                .single();
    }
}
