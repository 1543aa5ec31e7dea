package org.plazo.request.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@PlazoIT
class RequestApiIT {

    @Autowired
    private WebApplicationContext context;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(context);
    }

    @Test
    void entersARequestAndTellsWhereItIs() {
        Api.Answer created = api.post("handler", "/api/requests", Bodies.REQUEST);
        assertThat(created.status()).isEqualTo(201);
        String reference = created.text("reference");
        assertThat(reference).matches("CU-OUT-20\\d\\d-\\d{4}");
        assertThat(created.response().getHeader("Location")).isEqualTo("/api/requests/" + reference);

        Api.Answer shown = api.get("auditor", "/api/requests/" + reference);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).isEqualTo(created.body());
        assertThat(shown.text("lifecycle")).isEqualTo("DRAFT");
        assertThat(shown.text("handler")).isEqualTo("handler");
        assertThat(shown.text("facts")).isEqualTo("Hechos\nen dos líneas");
        assertThat(shown.body().at("/measures/1/description").asText()).isEqualTo("Copia certificada");
        assertThat(shown.text("requestedOn")).isEqualTo("2026-12-01");
        assertThat(shown.body().get("fittingCommands").toString())
                .isEqualTo("[\"submission\",\"assignment\",\"withdrawal\"]");
    }

    @Test
    void walksTheWholeWayByCommands() {
        String base = "/api/requests/" + api.draft();
        assertThat(state(api.post("handler", base + "/submission", ""))).isEqualTo("IN_REVIEW");
        assertThat(state(api.post("reviewer", base + "/review", "{\"approved\":false,\"reason\":\"Falta\"}")))
                .isEqualTo("IN_CORRECTION");
        assertThat(state(api.post("handler", base + "/correction", "{\"note\":\"Hecho\"}")))
                .isEqualTo("IN_REVIEW");
        assertThat(state(api.post("manager", base + "/review", "{\"approved\":true}")))
                .isEqualTo("APPROVED");
        assertThat(state(api.post("handler", base + "/dispatch", "{\"channel\":\"INTERPOL\"}")))
                .isEqualTo("AWAITING_RESPONSE");
        Api.Answer acknowledged = api.post("handler", base + "/acknowledgement", "{\"theirReference\":\"DOJ-1\"}");
        assertThat(state(acknowledged)).isEqualTo("AWAITING_RESPONSE");
        assertThat(acknowledged.text("theirReference")).isEqualTo("DOJ-1");
        assertThat(state(api.post("handler", base + "/interim-reply", "{}"))).isEqualTo("AWAITING_RESPONSE");
        assertThat(state(api.post("handler", base + "/response", "{}"))).isEqualTo("IN_ASSESSMENT");
        assertThat(state(api.post(
                        "handler", base + "/assessment", "{\"outcome\":\"INSUFFICIENT\",\"reason\":\"Vacía\"}")))
                .isEqualTo("AWAITING_RESPONSE");
        assertThat(state(api.post("handler", base + "/response", "{}"))).isEqualTo("IN_ASSESSMENT");
        assertThat(state(api.post("handler", base + "/assessment", "{\"outcome\":\"COMPLETE\"}")))
                .isEqualTo("CLOSED");

        JsonNode events = api.get("delegate", base + "/events").body();
        List<String> actions = new ArrayList<>();
        events.forEach(event -> actions.add(event.get("action").asText()));
        assertThat(actions).startsWith("CREATED", "SUBMITTED").contains("RETURNED", "CORRECTED", "ASSESSED");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.at("/sentence/es").asText()).endsWith(event.hasNonNull("reason") ? "" : ".");
            assertThat(event.at("/sentence/en").asText()).isNotBlank();
        });
        assertThat(api.get("delegate", base + "/deadlines").status()).isEqualTo(200);
    }

    @Test
    void answersWhatDoesNotFitWithTheStateAndWhatFits() {
        Api.Answer refused = api.post("handler", "/api/requests/" + api.dispatched() + "/dispatch", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.response().getContentType()).startsWith("application/problem+json");
        assertThat(refused.text("lifecycle")).isEqualTo("AWAITING_RESPONSE");
        assertThat(refused.body().get("fittingCommands").toString())
                .isEqualTo("[\"acknowledgement\",\"interim-reply\",\"response\",\"pause\",\"extension\",\"promise\","
                        + "\"deficiency\",\"information-request\",\"postponement\",\"transfer\",\"resending\","
                        + "\"closure\",\"assignment\",\"withdrawal\"]");
    }

    @Test
    void letsNobodyReviewWhatHeHandedIn() {
        String reference = api.draft();
        api.post("handler", "/api/requests/" + reference + "/submission", "{}");
        assertThat(api.post("handler", "/api/requests/" + reference + "/review", "{\"approved\":true}")
                        .status())
                .isEqualTo(403);
        assertThat(api.get("handler", "/api/requests/" + reference).text("lifecycle"))
                .isEqualTo("IN_REVIEW");
    }

    @ParameterizedTest
    @CsvSource({
        "reviewer, /submission, 403", "admin, /submission, 403", "delegate, /withdrawal, 403",
        "auditor, /response, 403", "handler, /submission, 200", "manager, /withdrawal, 200"
    })
    void asksForTheRoleOfEachCommand(String user, String command, int status) {
        String body = command.equals("/withdrawal") ? "{\"reason\":\"Ya no\"}" : "";
        assertThat(api.post(user, "/api/requests/" + api.draft() + command, body)
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"/api/requests/CU-OUT-1999-0001", "/api/requests/x/events", "/api/requests/x/deadlines"})
    void knowsNoOtherReference(String path) {
        Api.Answer unknown = api.get("handler", path);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.response().getContentType()).startsWith("application/problem+json");
    }

    @Test
    void listsPageByPage() {
        api.draft();
        api.draft();
        Api.Answer first = api.get("handler", "/api/requests?lifecycle=DRAFT&authority=FGR&size=1");
        Api.Answer second = api.get("handler", "/api/requests?lifecycle=DRAFT&authority=DOJ&size=1&page=1");
        assertThat(first.body().get("items")).hasSize(1);
        assertThat(first.body().get("total").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(first.body().at("/items/0/reference").asText())
                .isNotEqualTo(second.body().at("/items/0/reference").asText());
        assertThat(api.get("handler", "/api/requests?page=100000").body().get("items"))
                .isEmpty();
    }

    private static String state(Api.Answer answer) {
        return answer.text("lifecycle");
    }
}
