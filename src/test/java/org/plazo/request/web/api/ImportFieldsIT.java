package org.plazo.request.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.request.RequestField;
import org.plazo.support.PlazoIT;
import org.plazo.support.SecretRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.web.context.WebApplicationContext;

/** Every field of a request, and every list that belongs to it, out of one row. */
@PlazoIT
class ImportFieldsIT {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv");

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private SecretRequests secrets;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(context);
    }

    @Test
    void takesOverEveryFieldOfTheExample() throws Exception {
        byte[] example =
                api.get("handler", "/api/imports/example.csv").response().getContentAsByteArray();
        String header =
                new String(example, StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        for (RequestField field : RequestField.values()) {
            assertThat(header.split(",")).contains(field.apiName());
        }
        String csv = new String(example, StandardCharsets.UTF_8).replace("EXAMPLE-", "FIELDS-");
        Api.Answer imported =
                api.post("handler", "/api/imports?dryRun=false", CSV, csv.getBytes(StandardCharsets.UTF_8));
        assertThat(imported.status()).as(imported.body().toString()).isEqualTo(200);
        JsonNode shown = shown(imported, 0);
        for (RequestField field : RequestField.values()) {
            if (field != RequestField.URGENCY_REASON) {
                assertThat(shown.path(field.apiName()).asText())
                        .as(field.apiName())
                        .isNotBlank();
            }
        }
        assertThat(shown.at("/references/1/number").asText()).isEqualTo("A-77");
        assertThat(shown.at("/subjects/0/identifiers").asText()).isEqualTo("documentos · papers");
        assertThat(shown.at("/measures/0/outcome").asText()).isEqualTo("EXECUTED");
        assertThat(shown.at("/measures/1/status").asText()).isEqualTo("PENDING");
        assertThat(shown.path("outcome").asText()).isEqualTo("PARTLY_EXECUTED");
        JsonNode closed = shown(imported, 2);
        assertThat(closed.at("/measures/1/outcome").asText()).isEqualTo("REFUSED");
        assertThat(closed.at("/measures/1/ground").asText()).isNotBlank();
        assertThat(closed.at("/measures/1/reasons").asText()).contains("What they say of it");
        assertThat(closed.path("closedAt").asText())
                .isEqualTo(closed.at("/measures/1/settledAt").asText());
    }

    @Test
    void tellsOfEveryColumnInTheDescription() throws Exception {
        String description = Files.readString(Path.of("src/docs/import.md"));
        String header = new String(
                        api.get("handler", "/api/imports/example.csv")
                                .response()
                                .getContentAsByteArray(),
                        StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow()
                .replace("\uFEFF", "");
        for (String column : header.split(",")) {
            assertThat(description).contains("`" + column + "`");
        }
    }

    @Test
    void linksEarlierRequestsThatTheImporterMaySee() {
        String earlier = api.draft();
        String hidden = secrets.draft("Anterior oculta", SecretRequests.ORDINARY, SecretRequests.COUNTER_TERRORISM);
        Api.Answer imported = row(Map.of("externalId", "EARLY-1", "earlierRequests", earlier));
        assertThat(imported.status()).as(imported.body().toString()).isEqualTo(200);
        assertThat(shown(imported, 0).at("/earlierRequests/0").asText()).contains(earlier);
        for (String unknown : new String[] {"CU-OUT-1999-0001", hidden}) {
            Api.Answer refused = row(Map.of("externalId", "EARLY-2", "earlierRequests", earlier + "|" + unknown));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().at("/problems/0/column").asText()).isEqualTo("earlierRequests");
            assertThat(refused.body().at("/problems/0/reason").asText()).isEqualTo("there is no request " + unknown);
        }
    }

    @Test
    void keepsARequestForItsNeedToKnowGroups() {
        Api.Answer imported = row(Map.of("externalId", "CIRCLE-1", "needToKnow", "COUNTER_TERRORISM", "handler", ""));
        assertThat(imported.status()).as(imported.body().toString()).isEqualTo(200);
        String path = "/api/requests/" + imported.body().at("/references/0").asText();
        assertThat(api.get("reviewer", path).status()).isEqualTo(404);
        Api.Answer blind =
                row(Map.of("externalId", "CIRCLE-2", "needToKnow", "COUNTER_TERRORISM", "handler", "handler"));
        assertThat(blind.body().at("/problems/0/column").asText()).isEqualTo("handler");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "offence ~ A\u0001B ~ offence",
                "language ~ XX ~ language",
                "doNotNotify ~ perhaps ~ doNotNotify",
                "agreedOn ~ 31/12/2026 ~ agreedOn",
                "datedOn ~ 2199-01-01 ~ datedOn",
                "urgency ~ SOON ~ urgency",
                "references ~ THEIRS; COURT; 1 ~ references",
                "references ~ HOME; NOTHING; 1 ~ references[0].type",
                "references ~ HOME ~ references[0].type",
                "subjects ~ GHOST; Name ~ subjects[0].kind",
                "subjects ~ PERSON ~ subjects[0].name",
                "needToKnow ~ EVERYBODY ~ needToKnow",
                "measureOutcomes ~ EXECUTED|EXECUTED ~ measureOutcomes",
                "measureOutcomes ~ LOST ~ measureOutcomes",
                "measureOutcomes ~ REFUSED ~ measureOutcomes[0].ground",
                "costs ~ LONG ~ costs"
            })
    void namesLineAndFieldOfWhatIsWrongAndStoresNothing(String column, String cell, String field) {
        Api.Answer refused = row(Map.of("externalId", "WRONG-1", column, cell.equals("LONG") ? "x".repeat(501) : cell));
        assertThat(refused.status()).isEqualTo(400);
        JsonNode problem = refused.body().at("/problems/0");
        assertThat(problem.get("line").asInt()).isEqualTo(2);
        assertThat(problem.get("column").asText()).isEqualTo(field);
        assertThat(problem.get("reason").asText()).isNotBlank();
        assertThat(row(Map.of("externalId", "WRONG-1", "lifecycle", "SOMETHING"))
                        .body()
                        .at("/problems")
                        .findValuesAsText("reason"))
                .as("it is not known")
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"../register.csv, 400", "C:\\register.csv, 400", "a\u0007.csv, 400", ".., 400", "registro 2026.csv, 200"
    })
    void takesTheFilesNameIfItIsOne(String name, int status) {
        byte[] csv = (String.join(",", base().keySet()) + "\n").getBytes(StandardCharsets.UTF_8);
        Api.Answer answer = api.post("handler", "/api/imports?dryRun=true&fileName=" + name, CSV, csv);
        assertThat(answer.status()).isEqualTo(status);
        if (status == 400) {
            assertThat(answer.text("field")).isEqualTo("fileName");
        }
    }

    private JsonNode shown(Api.Answer imported, int index) {
        return api.get(
                        "handler",
                        "/api/requests/"
                                + imported.body().at("/references/" + index).asText())
                .body();
    }

    private Api.Answer row(Map<String, String> cells) {
        Map<String, String> row = base();
        row.putAll(cells);
        String csv = String.join(",", row.keySet()) + "\n\"" + String.join("\",\"", row.values()) + "\"\n";
        return api.post("handler", "/api/imports?dryRun=false", CSV, csv.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> base() {
        return new TreeMap<>(Map.of(
                "kind", "INFORMATION",
                "requestingAuthority", "AGR",
                "requestedAuthority", "DHS",
                "legalBasis", "MOU_2017",
                "crimeArea", "SMUGGLING",
                "label", "Importada con todo",
                "measures", "Una medida",
                "lifecycle", "AWAITING_RESPONSE",
                "dispatchedAt", "2026-01-05",
                "externalId", "BASE"));
    }
}
