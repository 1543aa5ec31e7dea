package org.plazo.request.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.web.context.WebApplicationContext;

@PlazoIT
class ImportApiIT {

    private static final String HEADER =
            "externalId,kind,requestingAuthority,requestedAuthority,legalBasis,crimeArea,label,measures,lifecycle,"
                    + "submittedAt,dispatchedAt,acknowledgedAt,respondedAt,closedAt,handler\n";
    private static final String CODES = ",INFORMATION,AGR,DHS,MOU_2017,SMUGGLING,Importada,uno|dos,";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");

    @Autowired
    private WebApplicationContext context;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(context);
    }

    @Test
    void storesNothingInADryRun() {
        Api.Answer report = run(true, "DRY-1" + CODES + "AWAITING_RESPONSE,,2026-01-05,,,,\n");
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.body().get("created").asInt()).isEqualTo(1);
        assertThat(report.body().get("references")).isEmpty();
        assertThat(run(true, "DRY-1" + CODES + "AWAITING_RESPONSE,,2026-01-05,,,,\n")
                        .body()
                        .get("known")
                        .asInt())
                .isZero();
    }

    @Test
    void takesOverAHistoryAndCreatesNothingNewTheSecondTime() {
        String rows = "IMP-1" + CODES + "AWAITING_RESPONSE,,2026-01-05,2026-01-09,,,handler\r\n"
                + "IMP-2" + CODES + "CLOSED,,2026-01-05,,2026-02-01T10:00:00-05:00,2026-02-02,\r\n"
                + "IMP-3" + CODES + "IN_ASSESSMENT,,2026-01-05,,2026-02-01,,\r\n"
                + "IMP-4" + CODES + "IN_REVIEW,2026-01-05,,,,,\r\n"
                + "IMP-5" + CODES + "DRAFT,,,,,,\r\n";
        Api.Answer first = run(false, rows);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().get("created").asInt()).isEqualTo(5);

        JsonNode waiting = shown(first, 0);
        assertThat(waiting.get("lifecycle").asText()).isEqualTo("AWAITING_RESPONSE");
        assertThat(waiting.get("externalId").asText()).isEqualTo("IMP-1");
        // midnight in Havana
        assertThat(waiting.get("dispatchedAt").asText()).isEqualTo("2026-01-05T05:00:00Z");
        assertThat(waiting.get("handler").asText()).isEqualTo("handler");
        assertThat(waiting.get("measures")).hasSize(2);
        assertThat(shown(first, 1).get("respondedAt").asText()).isEqualTo("2026-02-01T15:00:00Z");
        assertThat(shown(first, 1).get("timeliness").asText()).isEqualTo("NO_DEADLINE");
        assertThat(shown(first, 2).get("timeliness").asText()).isEqualTo("NO_DEADLINE");
        assertThat(api.get("auditor", "/api/requests/" + reference(first, 4) + "/events")
                        .body()
                        .at("/0/sentence/en")
                        .asText())
                .isEqualTo("admin imported the request from \"IMP-5\", where it stands at \"draft\".");

        Api.Answer again = run(false, rows + "IMP-6" + CODES + "DRAFT,,,,,,\n");
        assertThat(again.body().get("created").asInt()).isEqualTo(1);
        assertThat(again.body().get("known").asInt()).isEqualTo(5);
    }

    @Test
    void tellsOfADateThatCannotBeReadOnce() {
        Api.Answer report = run(true, "ONE-1" + CODES + "CLOSED,,05/01/2026,2026-01-09,2026-02-01,2026-02-02,\n");
        assertThat(report.body().get("problemCount").asInt()).isEqualTo(1);
        assertThat(report.body().at("/problems/0/column").asText()).isEqualTo("dispatchedAt");
    }

    @Test
    void keepsNoImportOfWhichNothingWasRight() {
        String before = api.get("admin", "/api/imports").body().toString();
        Api.Answer refused = api.post(
                "admin",
                "/api/imports?dryRun=false&skipInvalid=true",
                CSV,
                bytes(HEADER + "NIL-1" + CODES + "OPEN,,,,,,\n"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(api.get("admin", "/api/imports").body().toString()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "BAD-2,INFORMATION,AGR,DHS,MOU_2017,PIRACY,x,y,DRAFT,,,,,,; 3; crimeArea; PIRACY",
                "BAD-2,INFORMATION,DHS,AGR,MOU_2017,DRUGS,x,y,DRAFT,,,,,,; 3; requestingAuthority; DHS",
                "BAD-2,INFORMATION,AGR,DHS,MOU_2017,DRUGS,x,,DRAFT,,,,,,; 3; measures;",
                "BAD-2,INFORMATION,AGR,DHS,MOU_2017,DRUGS,x,y,OPEN,,,,,,; 3; lifecycle; OPEN",
                "BAD-2,INFORMATION,AGR,DHS,MOU_2017,DRUGS,x,y,,,,,,,; 3; lifecycle;",
                ",INFORMATION,AGR,DHS,MOU_2017,DRUGS,x,y,DRAFT,,,,,,; 3; externalId;",
                "BAD-1,INFORMATION,AGR,DHS,MOU_2017,DRUGS,x,y,DRAFT,,,,,,; 3; externalId; BAD-1",
                "BAD-2,INFORMATION,AGR,DHS,MOU_2017,DRUGS,x,y,AWAITING_RESPONSE,,2199-01-01,,,,; 3; dispatchedAt; 2199-01-01",
                "BAD-2,INFORMATION,AGR,DHS,MOU_2017,DRUGS,x,y,AWAITING_RESPONSE,,05/01/2026,,,,; 3; dispatchedAt; 05/01/2026",
                "BAD-2,INFORMATION,AGR,DHS,MOU_2017,DRUGS,x,y,IN_ASSESSMENT,,2026-01-05,,2026-01-04,,; 3; respondedAt; 2026-01-04",
                "BAD-2,INFORMATION,AGR,DHS,MOU_2017,DRUGS,x,y,DRAFT,,,,,,auditor; 3; handler; auditor",
                "BAD-2,INFORMATION; 3; ;"
            })
    void storesNothingUnlessEveryRowIsValid(String row, long line, String column, String value) {
        Api.Answer refused = run(false, "BAD-1" + CODES + "DRAFT,,,,,,\n" + row + "\n");
        assertThat(refused.status()).isEqualTo(400);
        JsonNode problem = refused.body().at("/problems/0");
        assertThat(problem.get("line").asLong()).isEqualTo(line);
        assertThat(problem.get("column").asText(null)).isEqualTo(column);
        assertThat(problem.get("value").asText(null)).isEqualTo(value);
        assertThat(problem.get("reason").asText()).isNotBlank();
        assertThat(run(true, "BAD-1" + CODES + "DRAFT,,,,,,\n")
                        .body()
                        .get("known")
                        .asInt())
                .isZero();
    }

    @Test
    void tellsAllProblemsUpToABound() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            rows.append("MANY-").append(i).append(",X,AGR,DHS,MOU_2017,DRUGS,x,y,DRAFT,,,,,,\n");
        }
        Api.Answer report = run(true, rows.toString());
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.body().get("valid").asBoolean()).isFalse();
        assertThat(report.body().get("problemCount").asInt()).isEqualTo(300);
        assertThat(report.body().get("problems")).hasSize(200);
    }

    @Test
    void isForHandlersAndAdminsOnly() {
        for (String user : new String[] {"reviewer", "head", "delegate", "auditor"}) {
            assertThat(api.post(user, "/api/imports?dryRun=true", CSV, bytes(HEADER))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(api.post("handler", "/api/imports?dryRun=true", CSV, bytes(HEADER))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesOtherTypesOtherCharsetsAndTooMuch() {
        assertThat(api.post("admin", "/api/imports", CSV, bytes(HEADER)).text("field"))
                .isEqualTo("dryRun");
        assertThat(api.post("admin", "/api/imports?dryRun=x", CSV, bytes(HEADER))
                        .text("field"))
                .isEqualTo("dryRun");
        assertThat(api.post("admin", "/api/imports?dryRun=true", MediaType.APPLICATION_JSON, bytes("{}"))
                        .status())
                .isEqualTo(415);
        MediaType latin = MediaType.parseMediaType("text/csv;charset=ISO-8859-1");
        assertThat(api.post("admin", "/api/imports?dryRun=true", latin, bytes(HEADER))
                        .text("field"))
                .isEqualTo("charset");
        assertThat(api.post("admin", "/api/imports?dryRun=true", CSV, new byte[60 * 1024 * 1024 + 1])
                        .status())
                .isEqualTo(413);
        String row = "A" + CODES + "DRAFT,,,,,,\n";
        assertThat(api.post("admin", "/api/imports?dryRun=true", CSV, bytes(HEADER + row.repeat(100_001)))
                        .status())
                .isEqualTo(413);
    }

    private Api.Answer run(boolean dryRun, String rows) {
        return api.post("admin", "/api/imports?dryRun=" + dryRun, CSV, bytes(HEADER + rows));
    }

    private JsonNode shown(Api.Answer report, int index) {
        return api.get("auditor", "/api/requests/" + reference(report, index)).body();
    }

    private static String reference(Api.Answer report, int index) {
        return report.body().at("/references/" + index).asText();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
