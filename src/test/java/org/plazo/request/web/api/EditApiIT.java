package org.plazo.request.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plazo.support.PlazoIT;
import org.plazo.support.SecretRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@PlazoIT
class EditApiIT {

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
    void changesFieldsAndListsAndSaysEachInTheLedger() {
        String path = "/api/requests/" + api.draft();
        Api.Answer before = api.get("handler", path);
        String etag = before.response().getHeader("ETag");
        Api.Answer after = api.patch("handler", path, etag, """
                {"label":"Otro título","offence":"Contrabando","doNotNotify":true,"purpose":null,
                 "agreedOn":"2026-12-24","measures":["Una sola medida"],
                 "references":[{"side":"COUNTERPART","type":"COURT","number":"C-12","issuer":"Tribunal"}],
                 "subjects":[{"kind":"VESSEL","role":"medio","name":"Matrícula ficticia"}],
                 "reason":"Corrección"}""");
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.response().getHeader("ETag")).isNotEqualTo(etag);
        assertThat(after.text("label")).isEqualTo("Otro título");
        assertThat(after.text("offence")).isEqualTo("Contrabando");
        assertThat(after.body().path("doNotNotify").asBoolean()).isTrue();
        assertThat(after.body().path("purpose").isMissingNode()
                        || after.body().path("purpose").isNull())
                .isTrue();
        assertThat(after.body().at("/measures/0/description").asText()).isEqualTo("Una sola medida");
        assertThat(after.body().path("measures")).hasSize(1);
        assertThat(after.body().at("/references/0/number").asText()).isEqualTo("C-12");
        assertThat(after.body().at("/subjects/0/kind").asText()).isEqualTo("VESSEL");
        JsonNode events = api.get("handler", path + "/events").body();
        assertThat(events)
                .filteredOn(event -> event.path("action").asText().equals("EDITED"))
                .extracting(event -> event.path("subject").asText())
                .containsExactlyInAnyOrder(
                        "label", "offence", "doNotNotify", "purpose", "agreedOn", "measures", "references", "subjects");
        assertThat(events)
                .filteredOn(event -> event.path("subject").asText().equals("label"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.path("from").asText()).isEqualTo(before.text("label"));
                    assertThat(event.path("to").asText()).isEqualTo("Otro título");
                    assertThat(event.at("/sentence/es").asText())
                            .contains("cambió «Título»")
                            .endsWith("a «Otro título». Motivo: Corrección");
                });
        assertThat(events)
                .filteredOn(event -> event.path("subject").asText().equals("agreedOn"))
                .singleElement()
                .satisfies(event -> assertThat(event.at("/sentence/en").asText())
                        .contains("changed \"Agreed date\"")
                        .contains("from \"nothing\" to \"24 December 2026\""));
    }

    @Test
    void isForTheVersionThatWasReadAlone() {
        String path = "/api/requests/" + api.draft();
        String read = api.get("handler", path).response().getHeader("ETag");
        assertThat(api.patch("handler", path, null, "{\"label\":\"x\"}").status())
                .isEqualTo(428);
        assertThat(api.patch("handler", path, read, "{\"label\":\"Primero\"}").status())
                .isEqualTo(200);
        Api.Answer late = api.patch("handler", path, read, "{\"label\":\"Segundo\"}");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body().path("version").asLong()).isEqualTo(1);
        assertThat(api.get("handler", path).text("label")).isEqualTo("Primero");
        assertThat(api.patch("handler", path, "\"x\"", "{}").status()).isEqualTo(412);
    }

    @Test
    void leavesThePaperAloneOnceItIsApproved() {
        String path = "/api/requests/" + api.dispatched();
        String etag = api.get("handler", path).response().getHeader("ETag");
        Api.Answer refused = api.patch("handler", path, etag, "{\"costs\":\"ninguno\",\"facts\":\"Otros hechos\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("field")).isEqualTo("facts");
        assertThat(api.get("handler", path).text("costs")).isEmpty();
        assertThat(api.patch("handler", path, etag, "{\"contact\":\"Oficina ficticia\",\"theirReference\":\"EX-5\"}")
                        .text("theirReference"))
                .isEqualTo("EX-5");
        assertThat(api.get("handler", "/api/requests?text=ex-5&size=200").body().path("items"))
                .extracting(item -> item.path("theirReference").asText())
                .contains("EX-5");
    }

    @Test
    void isNotForReaders() {
        String path = "/api/requests/" + api.draft();
        assertThat(api.patch("auditor", path, "\"0\"", "{\"label\":\"x\"}").status())
                .isEqualTo(403);
        assertThat(api.patch("reviewer", path, "\"0\"", "{\"label\":\"x\"}").status())
                .isEqualTo(403);
    }

    @Test
    void linksEarlierRequestsBothWays() {
        String earlier = api.draft();
        String later = api.draft();
        assertThat(api.patch(
                                "handler",
                                "/api/requests/" + later,
                                "\"0\"",
                                "{\"earlierRequests\":[\"" + earlier + "\"]}")
                        .body()
                        .at("/earlierRequests/0")
                        .asText())
                .isEqualTo(earlier);
        assertThat(api.get("handler", "/api/requests/" + earlier)
                        .body()
                        .at("/laterRequests/0")
                        .asText())
                .isEqualTo(later);
    }

    @Test
    void tellsOfLinksToHiddenRequestsOnlyToWhoMayKnowOfThem() {
        String secret = secrets.draft("Vinculada", SecretRequests.CONFIDENTIAL, "");
        String open = api.draft();
        String path = "/api/requests/" + api.draft();
        api.patch("handler", path, "\"0\"", "{\"earlierRequests\":[\"" + secret + "\",\"" + open + "\"]}");
        api.patch("handler", path, "\"1\"", "{\"earlierRequests\":[\"" + open + "\"]}");

        JsonNode all = api.get("handler", path + "/events").body();
        assertThat(all)
                .filteredOn(event -> event.path("subject").asText().equals("earlierRequests"))
                .hasSize(2)
                .first()
                .satisfies(event ->
                        assertThat(event.path("to").asText().split("; ")).containsExactlyInAnyOrder(secret, open));
        JsonNode without = api.get("delegate", path + "/events").body();
        assertThat(without.toString()).doesNotContain(secret);
        assertThat(without)
                .filteredOn(event -> event.path("subject").asText().equals("earlierRequests"))
                .as("nothing is left of the second change")
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.path("from").isNull()).isTrue();
                    assertThat(event.path("to").asText()).isEqualTo(open);
                    assertThat(event.at("/sentence/en").asText()).endsWith("from \"nothing\" to \"" + open + "\".");
                });
    }

    @Test
    void hidesARequestFromNobodyWhoWorksOnIt() {
        String path = "/api/requests/" + api.draft();
        Api.Answer refused = api.patch("handler", path, "\"0\"", "{\"needToKnow\":[\"COUNTER_TERRORISM\"]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo("needToKnow");
        Api.Answer byHead = api.patch("head", path, "\"0\"", "{\"needToKnow\":[\"COUNTER_TERRORISM\"]}");
        assertThat(byHead.status()).as("its handler would lose it").isEqualTo(400);
        assertThat(api.get("delegate", path).status()).isEqualTo(200);
        assertThat(api.patch("handler", path, "\"0\"", "{\"classification\":\"CONFIDENTIAL\"}")
                        .status())
                .isEqualTo(200);
        assertThat(api.get("delegate", path).status()).isEqualTo(404);
        assertThat(api.get("admin", path + "/events").status()).isEqualTo(404);
        assertThat(api.get("manager", path).status()).isEqualTo(200);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("{\"nonsense\":1}", "nonsense"),
                arguments("{\"handler\":\"handler\"}", "handler"),
                arguments("{\"doNotNotify\":\"yes\"}", "doNotNotify"),
                arguments("{\"costs\":5}", "costs"),
                arguments("{\"language\":\"XX\"}", "language"),
                arguments("{\"executingAgency\":\"MININT\"}", "executingAgency"),
                arguments("{\"agreedOn\":\"2026-02-30\"}", "agreedOn"),
                arguments("{\"agreedOn\":\"1999-01-01\"}", "agreedOn"),
                arguments("{\"deliveredOn\":\"2199-01-01\"}", "deliveredOn"),
                arguments("{\"label\":null}", "label"),
                arguments("{\"classification\":null}", "classification"),
                arguments("{\"urgency\":\"URGENT\",\"urgencyReason\":null}", "urgencyReason"),
                arguments("{\"costs\":\"a\\nb\"}", "costs"),
                arguments("{\"offence\":\"" + "x".repeat(1_001) + "\"}", "offence"),
                arguments("{\"measures\":[]}", "measures"),
                arguments(
                        "{\"references\":[{\"side\":\"HOME\",\"type\":\"XX\",\"number\":\"1\"}]}",
                        "references[0].type"),
                arguments(
                        "{\"references\":[{\"side\":\"X\",\"type\":\"COURT\",\"number\":\"1\"}]}",
                        "references[0].side"),
                arguments("{\"references\":[{\"side\":\"HOME\",\"type\":\"COURT\"}]}", "references[0].number"),
                arguments("{\"references\":[{\"other\":1}]}", "references[0].other"),
                arguments("{\"references\":\"x\"}", "references"),
                arguments("{\"subjects\":[{\"kind\":\"GHOST\",\"name\":\"x\"}]}", "subjects[0].kind"),
                arguments("{\"subjects\":[{\"kind\":\"PERSON\",\"name\":\"a\\u0000\"}]}", "subjects[0].name"),
                arguments("{\"earlierRequests\":[\"CU-OUT-1999-0001\"]}", "earlierRequests"),
                arguments("{\"needToKnow\":[\"NOBODY\"]}", "needToKnow"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesTheFieldAndChangesNothing(String body, String field) {
        String path = "/api/requests/" + api.draft();
        JsonNode before = api.get("handler", path).body();
        Api.Answer refused = api.patch("handler", path, "\"0\"", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo(field);
        assertThat(api.get("handler", path).body()).isEqualTo(before);
        assertThat(api.get("handler", path + "/events").body()).hasSize(1);
    }
}
