package org.plazo.request.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** The three clocks of what the other side asks; it came in on Monday, 2 February 2026. */
@PlazoIT
class IncomingClockApiIT {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private MovableClock clock;

    private Api api;
    private String path;

    @BeforeEach
    void receive() {
        clock.set(Instant.parse("2026-02-02T17:00:00Z"));
        api = new Api(context);
        path = "/api/requests/"
                + api.post("handler", "/api/requests", Bodies.INCOMING).text("reference");
        done("/registration", "{}");
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void runsThreeClocksFromTheReceipt() {
        assertThat(clocks())
                .isEqualTo(Map.of(
                        "ACKNOWLEDGEMENT", "RUNNING 2026-02-09",
                        "ADMISSIBILITY", "RUNNING 2026-03-04",
                        "RESPONSE", "RUNNING 2026-05-04"));
        // lists go by what is due first
        assertThat(api.get("handler", path).text("runningDeadline")).isEqualTo("ACKNOWLEDGEMENT");
        assertThat(api.get("handler", path).text("dueOn")).isEqualTo("2026-02-09");
    }

    @Test
    void stopsEachWhenWhatItWaitsForIsDone() {
        clock.set(Instant.parse("2026-02-05T15:00:00Z"));
        done("/acknowledgement", "{\"at\":\"2026-02-04T15:00:00Z\"}");
        assertThat(clocks()).containsEntry("ACKNOWLEDGEMENT", "STOPPED 2026-02-09");
        assertThat(deadline("ACKNOWLEDGEMENT").path("stoppedAt").asText()).isEqualTo("2026-02-04T15:00:00Z");
        done("/interim-reply", "{}");
        done("/admissibility", "{\"choice\":\"ADMISSIBLE\"}");
        assertThat(clocks())
                .containsEntry("ADMISSIBILITY", "STOPPED 2026-03-04")
                .containsEntry("RESPONSE", "RUNNING 2026-05-04");
    }

    @Test
    void standsStillWhileInformationIsAwaited() {
        clock.set(Instant.parse("2026-02-20T15:00:00Z"));
        Api.Answer asked = done("/admissibility", """
                {"choice":"INFORMATION_NEEDED","reasons":"Falta la traducción","at":"2026-02-10T15:00:00Z"}""");
        // nobody has said yet that the request has arrived
        assertThat(asked.text("runningDeadline")).isEqualTo("ACKNOWLEDGEMENT");
        assertThat(asked.text("timeliness")).isEqualTo("OVERDUE");
        assertThat(asked.text("dueOn")).isEqualTo("2026-02-09");
        assertThat(clocks())
                .containsEntry("ACKNOWLEDGEMENT", "RUNNING 2026-02-09")
                .containsEntry("ADMISSIBILITY", "PAUSED 2026-03-04")
                .containsEntry("RESPONSE", "PAUSED 2026-05-04");
        Api.Answer acknowledged = done("/acknowledgement", "{}");
        assertThat(acknowledged.text("runningDeadline")).isEqualTo("RESPONSE");
        assertThat(acknowledged.text("timeliness")).isEqualTo("PAUSED");
        assertThat(acknowledged.body().path("dueOn").isNull()).isTrue();
        // ten days more, from Sunday, 3 May, and to Saturday, 14 March, which rolls
        Api.Answer came = done("/information", "{}");
        assertThat(came.text("runningDeadline")).isEqualTo("ADMISSIBILITY");
        assertThat(came.text("dueOn")).isEqualTo("2026-03-16");
        assertThat(clocks())
                .containsEntry("ADMISSIBILITY", "RUNNING 2026-03-16")
                .containsEntry("RESPONSE", "RUNNING 2026-05-13");
        assertThat(deadline("RESPONSE").path("originalDueOn").asText()).isEqualTo("2026-05-04");
    }

    @Test
    void goesOnWithoutInformationThatNeverCame() {
        clock.set(Instant.parse("2026-02-20T15:00:00Z"));
        done("/admissibility", """
                {"choice":"INFORMATION_NEEDED","reasons":"Falta la traducción","at":"2026-02-10T15:00:00Z"}""");
        JsonNode before = api.get("handler", path + "/events").body();
        for (String body : List.of(
                "{\"came\":false}",
                "{\"came\":false,\"note\":\" \"}",
                "{\"came\":false,\"note\":\"" + "x".repeat(2_001) + "\"}")) {
            Api.Answer refused = api.post("handler", path + "/information", body);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("field")).isEqualTo("note");
        }
        assertThat(api.post("handler", path + "/information", "{\"came\":\"never\",\"note\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(api.get("handler", path + "/events").body()).isEqualTo(before);

        // it was said late that nobody waited any more since the 15th: five days more
        done("/information", """
                {"came":false,"note":"%s","at":"2026-02-15T15:00:00Z"}""".formatted("Sin respuesta ".repeat(142)));
        assertThat(clocks())
                .containsEntry("ADMISSIBILITY", "RUNNING 2026-03-09")
                .containsEntry("RESPONSE", "RUNNING 2026-05-08");
        assertThat(sentences("en"))
                .anyMatch(sentence -> sentence.contains("went on as of 15 February 2026")
                        && sentence.contains("without the information asked for, which had not come"))
                .noneMatch(sentence -> sentence.contains("information asked for came"));
        assertThat(sentences("es"))
                .anyMatch(sentence -> sentence.contains("sin la información pedida, que no había llegado"));
        done("/admissibility", """
                {"choice":"REFUSED","ground":"NOT_IN_CONFORMITY","reasons":"Sin la traducción no se entiende"}""");
        assertThat(clocks())
                .containsEntry("ADMISSIBILITY", "STOPPED 2026-03-09")
                .containsEntry("RESPONSE", "RUNNING 2026-05-08");
    }

    @Test
    void goesOnToStandStillForAnotherReason() {
        done("/pause", "{\"category\":\"AGREED\",\"reason\":\"Convenido\"}");
        done("/admissibility", "{\"choice\":\"INFORMATION_NEEDED\",\"reasons\":\"Falta\"}");
        done("/information", "{}");
        assertThat(clocks())
                .containsEntry("ADMISSIBILITY", "PAUSED 2026-03-04")
                .containsEntry("RESPONSE", "PAUSED 2026-05-04");
        done("/resumption", "{}");
        assertThat(clocks())
                .containsEntry("ADMISSIBILITY", "RUNNING 2026-03-04")
                .containsEntry("RESPONSE", "RUNNING 2026-05-04");
    }

    @Test
    void isNotPausedTwiceAtTheSameTime() {
        clock.set(Instant.parse("2026-02-20T15:00:00Z"));
        done("/pause", """
                {"category":"AGREED","reason":"x","at":"2026-02-05T15:00:00Z","until":"2026-02-12T15:00:00Z"}""");
        JsonNode before = api.get("handler", path + "/deadlines").body();
        JsonNode events = api.get("handler", path + "/events").body();
        Api.Answer refused = api.post("handler", path + "/admissibility", """
                {"choice":"INFORMATION_NEEDED","reasons":"Falta","at":"2026-02-10T15:00:00Z"}""");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo("at");
        assertThat(api.get("handler", path + "/deadlines").body()).isEqualTo(before);
        assertThat(api.get("handler", path + "/events").body()).isEqualTo(events);
        assertThat(api.get("handler", path).body().path("fittingCommands").toString())
                .contains("\"admissibility\"");
    }

    @Test
    void isExtendedWithinThePolicy() {
        done("/admissibility", "{\"choice\":\"ADMISSIBLE\"}");
        done("/acknowledgement", "{}");
        assertThat(done("/extension", """
                        {"basis":"COMPLEXITY","reason":"Mucho","amount":10,"unit":"CALENDAR_DAYS"}""").text("dueOn")).isEqualTo("2026-05-14");
        Api.Answer tooFar = api.post(
                "handler", path + "/extension", "{\"basis\":\"AGREED\",\"amount\":10000,\"unit\":\"CALENDAR_DAYS\"}");
        assertThat(tooFar.status()).isEqualTo(400);
        assertThat(tooFar.text("field")).isEqualTo("amount");
    }

    @Test
    void stopsEverythingWithTheResponse() {
        done("/admissibility", "{\"choice\":\"REFUSED\",\"ground\":\"IMMUNITY\",\"reasons\":\"x\"}");
        done("/drafting", "{}");
        assertThat(api.post("manager", path + "/clearance", "{\"cleared\":true}")
                        .status())
                .isEqualTo(200);
        clock.set(Instant.parse("2026-02-20T15:00:00Z"));
        Api.Answer sent = done("/response-dispatch", "{\"at\":\"2026-02-19T15:00:00Z\"}");
        assertThat(sent.text("timeliness")).isEqualTo("NO_DEADLINE");
        assertThat(clocks())
                .isEqualTo(Map.of(
                        "ACKNOWLEDGEMENT", "STOPPED 2026-02-09",
                        "ADMISSIBILITY", "STOPPED 2026-03-04",
                        "RESPONSE", "STOPPED 2026-05-04"));
        assertThat(deadline("RESPONSE").path("stoppedAt").asText()).isEqualTo("2026-02-19T15:00:00Z");
    }

    private Api.Answer done(String command, String body) {
        Api.Answer answer = api.post("handler", path + command, body);
        assertThat(answer.status()).as(command + ": " + answer.body()).isEqualTo(200);
        return answer;
    }

    /** By kind, the state and the due date. */
    private Map<String, String> clocks() {
        return StreamSupport.stream(
                        api.get("handler", path + "/deadlines").body().spliterator(), false)
                .collect(Collectors.toMap(
                        each -> each.path("kind").asText(),
                        each -> each.path("state").asText() + " "
                                + each.path("dueOn").asText(),
                        (first, second) -> second,
                        TreeMap::new));
    }

    private JsonNode deadline(String kind) {
        return StreamSupport.stream(
                        api.get("handler", path + "/deadlines").body().spliterator(), false)
                .filter(each -> each.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<String> sentences(String language) {
        return StreamSupport.stream(api.get("handler", path + "/events").body().spliterator(), false)
                .map(event -> event.path("sentence").path(language).asText())
                .toList();
    }
}
