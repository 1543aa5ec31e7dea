package org.plazo.request.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@PlazoIT
class MeasuresApiIT {

    @Autowired
    private WebApplicationContext context;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(context);
    }

    @Test
    void keepsWhatBecameOfEachMeasureOverSeveralResponses() {
        String path = answered();
        Api.Answer partial = api.post("handler", path + "/assessment", """
                {"outcome":"PARTIAL","reason":"Falta una","measures":[{"position":1,"outcome":"EXECUTED"}]}""");
        assertThat(partial.text("lifecycle")).isEqualTo("AWAITING_RESPONSE");
        assertThat(partial.text("outcome")).isEqualTo("PARTLY_EXECUTED");
        assertThat(partial.body().at("/measures/0/status").asText()).isEqualTo("SETTLED");
        assertThat(partial.body().at("/measures/1/status").asText()).isEqualTo("PENDING");
        api.post("handler", path + "/response", "{}");
        Api.Answer complete = api.post("handler", path + "/assessment", """
                {"outcome":"COMPLETE",
                 "remaining":{"outcome":"REFUSED","ground":"SOVEREIGNTY","reasons":"Intereses esenciales"}}""");
        assertThat(complete.text("lifecycle")).isEqualTo("CLOSED");
        assertThat(complete.text("outcome")).isEqualTo("PARTLY_EXECUTED");
        assertThat(complete.body().at("/measures/1/ground").asText()).isEqualTo("SOVEREIGNTY");
        assertThat(api.get("handler", path + "/events").body())
                .filteredOn(event -> event.path("action").asText().equals("MEASURE_SETTLED"))
                .extracting(event -> event.at("/sentence/en").asText())
                .hasSize(2)
                .first()
                .asString()
                .contains("settled measure 1")
                .endsWith(": executed.");
    }

    @Test
    void countsACompleteResponseAsExecutedUnlessSomethingElseIsSaid() {
        String path = answered();
        assertThat(api.post("handler", path + "/assessment", "{\"outcome\":\"COMPLETE\"}")
                        .text("outcome"))
                .isEqualTo("EXECUTED");
    }

    @Test
    void closesWithoutWaitingFurther() {
        String path = "/api/requests/" + api.dispatched();
        assertThat(api.post("handler", path + "/closure", "{\"reason\":\"x\"}").status())
                .isEqualTo(403);
        Api.Answer closed = api.post("manager", path + "/closure", "{\"reason\":\"No se espera respuesta\"}");
        assertThat(closed.text("lifecycle")).isEqualTo("CLOSED");
        assertThat(closed.text("outcome")).isEqualTo("LAPSED");
        assertThat(api.get("handler", path + "/deadlines").body())
                .allSatisfy(
                        deadline -> assertThat(deadline.path("state").asText()).isEqualTo("STOPPED"));
        assertThat(api.post("handler", path + "/response", "{}").status()).isEqualTo(409);
    }

    @Test
    void isGivenToAnotherHandler() {
        String path = "/api/requests/" + api.dispatched();
        Api.Answer nobody = api.post("manager", path + "/assignment", "{\"handler\":\"manager\"}");
        assertThat(nobody.status()).isEqualTo(400);
        assertThat(nobody.text("field")).isEqualTo("handler");
        assertThat(api.post("manager", path + "/assignment", "{\"handler\":\"handler\"}")
                        .status())
                .as("has it already")
                .isEqualTo(400);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(
                        "{\"outcome\":\"COMPLETE\",\"measures\":[{\"position\":3,\"outcome\":\"EXECUTED\"}]}",
                        "measures"),
                arguments(
                        "{\"outcome\":\"COMPLETE\",\"measures\":[{\"outcome\":\"EXECUTED\"}]}", "measures[0].position"),
                arguments(
                        "{\"outcome\":\"COMPLETE\",\"measures\":[{\"position\":1,\"outcome\":\"DONE\"}]}",
                        "measures[0].outcome"),
                arguments(
                        "{\"outcome\":\"COMPLETE\",\"measures\":[{\"position\":1,\"outcome\":\"REFUSED\"}]}",
                        "measures[0].ground"),
                arguments(
                        "{\"outcome\":\"COMPLETE\",\"measures\":[{\"position\":1,\"outcome\":\"REFUSED\",\"ground\":\"IMMUNITY\"}]}",
                        "measures[0].reasons"),
                arguments(
                        "{\"outcome\":\"COMPLETE\",\"measures\":[{\"position\":1,\"outcome\":\"EXECUTED\",\"ground\":\"IMMUNITY\"}]}",
                        "measures[0].ground"),
                arguments(
                        "{\"outcome\":\"COMPLETE\",\"measures\":[{\"position\":1,\"outcome\":\"POSTPONED\",\"ground\":\"NONE\"}]}",
                        "measures[0].ground"),
                arguments(
                        "{\"outcome\":\"PARTIAL\",\"reason\":\"x\",\"remaining\":{\"outcome\":\"EXECUTED\"}}",
                        "remaining"),
                arguments(
                        "{\"outcome\":\"COMPLETE\",\"remaining\":{\"outcome\":\"CONDITIONAL\"}}", "remaining.reasons"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesTheFieldAndChangesNothing(String body, String field) {
        String path = answered();
        Api.Answer refused = api.post("handler", path + "/assessment", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo(field);
        assertThat(api.get("handler", path).text("lifecycle")).isEqualTo("IN_ASSESSMENT");
        assertThat(api.get("handler", path).body().at("/measures/0/status").asText())
                .isEqualTo("PENDING");
    }

    private String answered() {
        String path = "/api/requests/" + api.dispatched();
        api.post("handler", path + "/response", "{}");
        return path;
    }
}
