package org.plazo.request.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.web.context.WebApplicationContext;

/** What the other side asked of us before there was this register. */
@PlazoIT
class IncomingImportIT {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final String HEADER = "externalId,direction,kind,requestingAuthority,requestedAuthority,legalBasis,"
            + "crimeArea,label,measures,datedOn,lifecycle,executingAgency,measureOutcomes,receivedAt,acknowledgedAt,"
            + "respondedAt,closedAt,dispatchedAt,channel\n";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private MovableClock clock;

    private Api api;

    @BeforeEach
    void connect() {
        clock.set(Instant.parse("2026-03-06T15:00:00Z"));
        api = new Api(context);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIVED, '', '', '', /registration, ADMISSIBILITY ACKNOWLEDGEMENT RESPONSE",
        "IN_ADMISSIBILITY, '', '', 2026-02-04, /admissibility, ADMISSIBILITY RESPONSE",
        "ADMITTED, '', '', '', /agency, ACKNOWLEDGEMENT RESPONSE",
        "IN_EXECUTION, AGR, EXECUTED|PENDING, 2026-02-04, /execution, RESPONSE",
        "IN_DRAFTING, AGR, EXECUTED|NOT_HELD, 2026-02-04, /drafting, RESPONSE",
        "IN_CLEARANCE, '', REFUSED; IMMUNITY; x|REFUSED; IMMUNITY; x, 2026-02-04, /clearance, RESPONSE",
        "CLEARED, AGR, EXECUTED|EXECUTED, '', /response-dispatch, ACKNOWLEDGEMENT RESPONSE"
    })
    void goesOnWhereItStood(
            String lifecycle, String agency, String outcomes, String acknowledged, String command, String running) {
        String path = imported(row(lifecycle, agency, outcomes, "2026-02-02T12:00:00-05:00", acknowledged, "", ""));
        Api.Answer request = api.get("handler", path);
        assertThat(request.text("reference")).startsWith("CU-IN-");
        assertThat(request.text("lifecycle")).isEqualTo(lifecycle);
        assertThat(request.text("receivedAt")).isEqualTo("2026-02-02T17:00:00Z");
        assertThat(request.text("executingAgency")).isEqualTo(agency);
        String first = running.contains("ACKNOWLEDGEMENT") ? "ACKNOWLEDGEMENT" : running.split(" ")[0];
        assertThat(request.text("runningDeadline")).isEqualTo(first);
        assertThat(request.text("dueOn"))
                .isEqualTo(
                        Map.of("ACKNOWLEDGEMENT", "2026-02-09", "ADMISSIBILITY", "2026-03-04", "RESPONSE", "2026-05-04")
                                .get(first));
        List<String> clocks = new ArrayList<>();
        api.get("handler", path + "/deadlines").body().forEach(deadline -> {
            assertThat(deadline.path("startedAt").asText()).isEqualTo("2026-02-02T17:00:00Z");
            if (deadline.path("state").asText().equals("RUNNING")) {
                clocks.add(deadline.path("kind").asText());
            }
        });
        assertThat(clocks).containsExactlyInAnyOrder(running.split(" "));
        String body =
                switch (command) {
                    case "/admissibility" -> "{\"choice\":\"ADMISSIBLE\"}";
                    case "/agency" -> "{\"agency\":\"FGR\"}";
                    case "/execution" -> "{\"measures\":[{\"position\":2,\"outcome\":\"EXECUTED\"}]}";
                    case "/clearance" -> "{\"cleared\":true}";
                    default -> "{}";
                };
        Api.Answer next = api.post(command.equals("/clearance") ? "manager" : "handler", path + command, body);
        assertThat(next.status()).as(next.body().toString()).isEqualTo(200);
        assertThat(next.text("lifecycle")).isNotEqualTo(lifecycle);
    }

    @ParameterizedTest
    @CsvSource({"CLOSED, 2026-02-20", "WITHDRAWN, ''", "TRANSFERRED, ''"})
    void keepsWhatIsOver(String lifecycle, String responded) {
        String path =
                imported(row(lifecycle, "", "EXECUTED|EXECUTED", "2026-02-02", "2026-02-04", responded, "2026-02-21"));
        Api.Answer request = api.get("handler", path);
        assertThat(request.text("lifecycle")).isEqualTo(lifecycle);
        assertThat(request.text("closedAt")).isEqualTo("2026-02-21T05:00:00Z");
        assertThat(api.get("handler", path + "/deadlines").body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "direction ! SIDEWAYS ! direction",
                "direction ! OUTGOING ! requestingAuthority requestedAuthority executingAgency lifecycle",
                "requestingAuthority ! FGR ! requestingAuthority",
                "requestedAuthority ! DOJ ! requestedAuthority",
                "lifecycle ! AWAITING_RESPONSE ! lifecycle",
                "lifecycle ! ADMITTED ! measureOutcomes executingAgency",
                "lifecycle ! IN_DRAFTING ! measureOutcomes",
                "executingAgency ! '' ! executingAgency",
                "executingAgency ! DOJ ! executingAgency",
                "measureOutcomes ! EXECUTED|EXECUTED ! measureOutcomes",
                "receivedAt ! '' ! receivedAt",
                "receivedAt ! 2026-03-07 ! receivedAt",
                "receivedAt ! 2026-01-31 ! receivedAt",
                "acknowledgedAt ! 2026-02-01 ! acknowledgedAt",
                "respondedAt ! 2026-02-20 ! respondedAt",
                "closedAt ! 2026-02-20 ! closedAt",
                "dispatchedAt ! 2026-02-20 ! dispatchedAt",
                "channel ! PIGEON ! channel"
            })
    void namesTheColumnThatIsWrong(String column, String value, String named) {
        List<String> cells =
                new ArrayList<>(List.of(row("IN_EXECUTION", "AGR", "EXECUTED|PENDING", "2026-02-02", "", "", "")
                        .split(",", -1)));
        cells.set(List.of(HEADER.strip().split(",")).indexOf(column), value);
        Api.Answer report = post(String.join(",", cells));
        assertThat(report.status()).isEqualTo(400);
        List<String> columns = new ArrayList<>();
        report.body().path("problems").forEach(problem -> {
            assertThat(problem.path("line").asInt()).isEqualTo(2);
            columns.add(problem.path("column").asText());
        });
        assertThat(columns).as(report.body().toString()).containsExactlyInAnyOrder(named.split(" "));
    }

    @Test
    void takesItsOwnExampleOfBothDirections() {
        String example = new String(
                api.get("handler", "/api/imports/example.csv").response().getContentAsByteArray(),
                StandardCharsets.UTF_8);
        Api.Answer report = api.post(
                "handler",
                "/api/imports?dryRun=true",
                CSV,
                example.replace("EXAMPLE-", "BOTH-").getBytes(StandardCharsets.UTF_8));
        assertThat(report.status()).as(report.body().toString()).isEqualTo(200);
        assertThat(report.text("valid")).isEqualTo("true");
        assertThat(example).contains("INCOMING");
    }

    private static String row(
            String lifecycle,
            String agency,
            String outcomes,
            String received,
            String acknowledged,
            String responded,
            String closed) {
        return String.join(
                ",",
                "IN-" + System.nanoTime(),
                "INCOMING",
                "INFORMATION",
                "DOJ",
                "FGR",
                "MOU_2017",
                "CYBERCRIME",
                "Recibida antes",
                "Uno|Dos",
                "2026-02-01",
                lifecycle,
                agency,
                outcomes,
                received,
                acknowledged,
                responded,
                closed,
                "",
                "DIPLOMATIC_NOTE");
    }

    private String imported(String row) {
        Api.Answer report = post(row);
        assertThat(report.status()).as(report.body().toString()).isEqualTo(200);
        JsonNode references = report.body().path("references");
        assertThat(references).hasSize(1);
        return "/api/requests/" + references.get(0).asText();
    }

    private Api.Answer post(String row) {
        return api.post("handler", "/api/imports?dryRun=false", CSV, (HEADER + row).getBytes(StandardCharsets.UTF_8));
    }
}
