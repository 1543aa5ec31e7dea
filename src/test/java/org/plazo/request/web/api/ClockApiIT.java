package org.plazo.request.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.request.Urgency;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.plazo.workflow.process.RequestWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Pause, resumption, extension and promise over HTTP; the request is dispatched on Monday, 2 February 2026. */
@PlazoIT
class ClockApiIT {

    private static final Instant DISPATCH = Instant.parse("2026-02-02T17:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private MovableClock clock;

    @Autowired
    private RequestWorld world;

    private Api api;
    private String base;

    @BeforeEach
    void dispatch() {
        clock.set(DISPATCH);
        api = new Api(context);
        base = "/api/requests/" + world.dispatched(Urgency.ROUTINE);
        assertThat(response().path("dueOn").asText()).isEqualTo("2026-05-04");
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void pausesAndRunsOn() {
        clock.set(Instant.parse("2026-03-02T15:00:00Z"));
        Api.Answer paused = api.post("handler", base + "/pause", "{\"category\":\"TRANSLATION\",\"reason\":\"Falta\"}");
        assertThat(paused.status()).isEqualTo(200);
        assertThat(paused.text("timeliness")).isEqualTo("PAUSED");
        assertThat(paused.body().path("dueOn").isNull()).isTrue();
        assertThat(paused.text("runningDeadline")).isEqualTo("RESPONSE");
        assertThat(paused.body().path("fittingCommands").toString()).contains("\"resumption\"");
        assertThat(response().path("state").asText()).isEqualTo("PAUSED");
        assertThat(response().path("stoodStillFrom").asText()).isEqualTo("2026-03-02T15:00:00Z");

        clock.set(Instant.parse("2026-03-12T15:00:00Z"));
        Api.Answer resumed = api.post("manager", base + "/resumption", "");
        assertThat(resumed.text("dueOn")).isEqualTo("2026-05-13");
        assertThat(resumed.text("timeliness")).isEqualTo("ON_TIME");
        assertThat(response().path("originalDueOn").asText()).isEqualTo("2026-05-04");
        assertThat(sentences("en"))
                .contains("paused the clock of the deadline \"response\" as of 2 March 2026, 10:00: Being translated.")
                .contains("moved the deadline \"response\" from 4 May 2026 to 13 May 2026.");
        assertThat(sentences("es"))
                .contains("suspendió el plazo «respuesta» desde el 2 de marzo de 2026 10:00: Traducción en curso.");
        recomputes();
    }

    @Test
    void takesAPauseThatIsOverAlready() {
        clock.set(Instant.parse("2026-05-20T15:00:00Z"));
        assertThat(api.get("handler", base).text("timeliness")).isEqualTo("OVERDUE");
        Api.Answer entered = api.post("handler", base + "/pause", """
                {"category":"AGREED","reason":"x","at":"2026-03-02T15:00:00Z","until":"2026-04-01T15:00:00Z"}""");
        assertThat(entered.text("dueOn")).isEqualTo("2026-06-02");
        assertThat(entered.text("timeliness")).isEqualTo("ON_TIME");
        // another one right behind it, and one that is open
        assertThat(api.post("handler", base + "/pause", """
                        {"category":"AGREED","reason":"x","at":"2026-04-01T15:00:00Z","until":"2026-04-02T15:00:00Z"}""").text("dueOn")).isEqualTo("2026-06-03");
        assertThat(api.post("handler", base + "/pause", """
                        {"category":"OTHER","reason":"x","at":"2026-05-05T15:00:00Z"}""").text("timeliness")).isEqualTo("PAUSED");
        assertThat(api.post("handler", base + "/resumption", "{\"at\":\"2026-05-08T15:00:00Z\"}")
                        .text("dueOn"))
                .isEqualTo("2026-06-08");
        recomputes();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"category\":\"AGREED\",\"reason\":\"x\",\"at\":\"2026-02-01T00:00:00Z\"} | at",
                "{\"category\":\"AGREED\",\"reason\":\"x\",\"at\":\"2026-03-21T00:00:00Z\"} | at",
                "{\"category\":\"AGREED\",\"reason\":\"x\",\"at\":\"2026-03-05T00:00:00Z\"} | at",
                "{\"category\":\"AGREED\",\"reason\":\"x\",\"at\":\"2026-03-01T00:00:00Z\"} | at",
                "{\"category\":\"AGREED\",\"reason\":\"x\",\"at\":\"2026-03-10T00:00:00Z\",\"until\":\"2026-03-10T00:00:00Z\"} | until",
                "{\"category\":\"AGREED\",\"reason\":\"x\",\"at\":\"2026-03-10T00:00:00Z\",\"until\":\"2026-03-21T00:00:00Z\"} | until",
                "{\"category\":\"AGREED\",\"reason\":\"x\",\"at\":\"2026-03-01T00:00:00Z\",\"until\":\"2026-03-03T00:00:00Z\"} | at",
                "{\"category\":\"HOLIDAY\",\"reason\":\"x\"} | category",
                "{\"reason\":\"x\"} | category",
                "{\"category\":\"AGREED\"} | reason",
                "{\"category\":\"AGREED\",\"reason\":\" \"} | reason",
                "{\"category\":\"AGREED\",\"reason\":\"x\",\"at\":\"yesterday\"} | at"
            })
    void refusesAPauseThatCannotBe(String body, String field) {
        clock.set(Instant.parse("2026-03-20T15:00:00Z"));
        api.post("handler", base + "/pause", """
                {"category":"AGREED","reason":"x","at":"2026-03-02T00:00:00Z","until":"2026-03-09T00:00:00Z"}""");
        JsonNode before = api.get("handler", base + "/deadlines").body();
        Api.Answer refused = api.post("handler", base + "/pause", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo(field);
        assertThat(api.get("handler", base + "/deadlines").body()).isEqualTo(before);
    }

    @Test
    void refusesToRunOnWhatIsNotPausedOrBeforeItWas() {
        Api.Answer unpaused = api.post("handler", base + "/resumption", "{}");
        assertThat(unpaused.status()).isEqualTo(409);
        assertThat(unpaused.text("field")).isEqualTo("clock");
        assertThat(unpaused.body().path("fittingCommands").toString())
                .contains("\"pause\"")
                .doesNotContain("resumption");
        clock.set(Instant.parse("2026-03-20T15:00:00Z"));
        api.post(
                "handler",
                base + "/pause",
                "{\"category\":\"OTHER\",\"reason\":\"x\",\"at\":\"2026-03-10T15:00:00Z\"}");
        Api.Answer early = api.post("handler", base + "/resumption", "{\"at\":\"2026-03-10T14:59:59Z\"}");
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.text("field")).isEqualTo("at");
        // a second pause overlaps the first, which is still open
        assertThat(api.post("handler", base + "/pause", "{\"category\":\"OTHER\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(response().path("state").asText()).isEqualTo("PAUSED");
    }

    /** The extension that is there already loses the day that Memorial Day gave it. */
    @Test
    void reachesTheDateThatIsNamedAlsoIfAnExtensionFollows() {
        clock.set(Instant.parse("2026-04-01T15:00:00Z"));
        assertThat(api.post("handler", base + "/extension", """
                        {"basis":"AGREED","amount":15,"unit":"BUSINESS_DAYS"}""").text("dueOn")).isEqualTo("2026-05-26");
        assertThat(api.post("handler", base + "/extension", """
                        {"basis":"AGREED","newDate":"2026-06-17","at":"2026-03-01T12:00:00Z"}""").text("dueOn")).isEqualTo("2026-06-17");
        recomputes();
    }

    /** The due date is 4 May; the response of the first of May was found on a desk on the twelfth. */
    @Test
    void stopsWhenTheResponseCameAlsoIfAPauseWasEnteredInTheMeantime() {
        clock.set(Instant.parse("2026-05-12T15:00:00Z"));
        assertThat(api.post("handler", base + "/pause", """
                        {"category":"AGREED","reason":"x","at":"2026-04-01T15:00:00Z","until":"2026-04-03T15:00:00Z"}""").text("dueOn")).isEqualTo("2026-05-05");
        assertThat(api.post("handler", base + "/pause", """
                        {"category":"AGREED","reason":"x","at":"2026-05-02T15:00:00Z","until":"2026-05-04T15:00:00Z"}""").text("dueOn")).isEqualTo("2026-05-07");
        api.post("handler", base + "/pause", "{\"category\":\"AGREED\",\"reason\":\"x\"}");
        assertThat(api.post("handler", base + "/response", "{\"at\":\"2026-05-01T15:00:00Z\"}")
                        .status())
                .isEqualTo(200);
        assertThat(response().path("state").asText()).isEqualTo("STOPPED");
        assertThat(response().path("stoppedAt").asText()).isEqualTo("2026-05-01T15:00:00Z");
        assertThat(response().path("dueOn").asText()).isEqualTo("2026-05-05");
        assertThat(sentences("en"))
                .contains("stopped the clock of the deadline \"response\" as of 1 May 2026, 11:00")
                .contains("moved the deadline \"response\" from 7 May 2026 to 5 May 2026");
        recomputes();

        api.post("handler", base + "/assessment", "{\"outcome\":\"INSUFFICIENT\",\"reason\":\"x\"}");
        assertThat(response().path("state").asText()).isEqualTo("RUNNING");
        // eleven days more
        assertThat(response().path("dueOn").asText()).isEqualTo("2026-05-18");
        recomputes();
    }

    @Test
    void extendsByAnAmountAndToADate() {
        clock.set(Instant.parse("2026-04-01T15:00:00Z"));
        assertThat(api.post("handler", base + "/extension", """
                        {"basis":"COMPLEXITY","reason":"Mucho","amount":10,"unit":"BUSINESS_DAYS"}""").text("dueOn")).isEqualTo("2026-05-18");
        assertThat(api.post("handler", base + "/extension", "{\"basis\":\"AGREED\",\"newDate\":\"2026-06-15\"}")
                        .text("dueOn"))
                .isEqualTo("2026-06-15");
        // granted earlier than the others and entered last; closed time moves the end to the next open day
        assertThat(api.post("manager", base + "/extension", """
                        {"basis":"AGREED","amount":1,"unit":"CALENDAR_DAYS","at":"2026-03-01T12:00:00Z"}""").status()).isEqualTo(200);
        assertThat(response().path("originalDueOn").asText()).isEqualTo("2026-05-04");
        assertThat(response().at("/events/1/type").asText()).isEqualTo("EXTENSION");
        assertThat(sentences("en"))
                .contains("extended the deadline \"response\" (Complexity or volume) on 1 April 2026, 11:00 from 4 May"
                        + " 2026 to 18 May 2026. Reason: Mucho");
        recomputes();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"basis\":\"AGREED\",\"amount\":1.5,\"unit\":\"CALENDAR_DAYS\"} | amount",
                "{\"basis\":\"AGREED\",\"newDate\":\"2026-05-04\"} | newDate",
                "{\"basis\":\"AGREED\",\"newDate\":\"2026-04-30\"} | newDate",
                "{\"basis\":\"AGREED\",\"newDate\":\"2026-08-04\"} | newDate",
                "{\"basis\":\"AGREED\",\"newDate\":\"9999-12-31\"} | newDate",
                "{\"basis\":\"AGREED\",\"amount\":0,\"unit\":\"MONTHS\"} | amount",
                "{\"basis\":\"AGREED\",\"amount\":-3,\"unit\":\"CALENDAR_DAYS\"} | amount",
                "{\"basis\":\"AGREED\",\"amount\":92,\"unit\":\"CALENDAR_DAYS\"} | amount",
                "{\"basis\":\"AGREED\",\"amount\":10000,\"unit\":\"BUSINESS_DAYS\"} | amount",
                "{\"basis\":\"AGREED\",\"amount\":1200,\"unit\":\"MONTHS\"} | amount",
                "{\"basis\":\"AGREED\",\"amount\":3} | unit",
                "{\"basis\":\"AGREED\",\"amount\":3,\"unit\":\"CLOCK_HOURS\"} | unit",
                "{\"basis\":\"AGREED\",\"amount\":3,\"unit\":\"WEEKS\"} | unit",
                "{\"basis\":\"AGREED\"} | amount",
                "{\"basis\":\"AGREED\",\"amount\":3,\"unit\":\"MONTHS\",\"newDate\":\"2026-06-01\"} | amount",
                "{\"basis\":\"BRIBE\",\"amount\":3,\"unit\":\"CALENDAR_DAYS\"} | basis",
                "{\"amount\":3,\"unit\":\"CALENDAR_DAYS\"} | basis",
                "{\"basis\":\"AGREED\",\"amount\":3,\"unit\":\"CALENDAR_DAYS\",\"at\":\"2026-02-01T00:00:00Z\"} | at"
            })
    void refusesAnExtensionThatCannotBe(String body, String field) {
        JsonNode before = api.get("handler", base + "/deadlines").body();
        Api.Answer refused = api.post("handler", base + "/extension", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo(field);
        assertThat(api.get("handler", base + "/deadlines").body()).isEqualTo(before);
    }

    @Test
    void capsAllExtensionsTogether() {
        String ninety = "{\"basis\":\"AGREED\",\"amount\":50,\"unit\":\"CALENDAR_DAYS\"}";
        assertThat(api.post("handler", base + "/extension", ninety).status()).isEqualTo(200);
        Api.Answer refused = api.post("handler", base + "/extension", ninety);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("detail")).contains("2026-08-03");
    }

    @Test
    void knowsAPromiseAndThatItWasBroken() {
        assertThat(api.post("handler", base + "/promise", "{\"promisedOn\":\"2026-04-10\",\"note\":\"Por teléfono\"}")
                        .text("timeliness"))
                .isEqualTo("ON_TIME");
        assertThat(api.post("handler", base + "/promise", "{\"promisedOn\":\"2026-04-17\"}")
                        .text("timeliness"))
                .isEqualTo("ON_TIME");
        assertThat(response().at("/promise/slips").asInt()).isEqualTo(1);
        assertThat(response().at("/promise/at").asText()).isEqualTo("2026-04-17T21:00:00Z");
        clock.set(Instant.parse("2026-04-17T21:00:00Z"));
        assertThat(api.get("handler", base).text("timeliness")).isNotEqualTo("PROMISE_BROKEN");
        clock.set(Instant.parse("2026-04-17T21:00:00.001Z"));
        assertThat(api.get("handler", base).text("timeliness")).isEqualTo("PROMISE_BROKEN");
        assertThat(api.get("handler", "/api/requests?timeliness=PROMISE_BROKEN&size=200")
                        .body()
                        .findValuesAsText("reference"))
                .contains(base.substring(base.lastIndexOf('/') + 1));
        assertThat(response().path("dueOn").asText()).isEqualTo("2026-05-04");
        assertThat(sentences("en"))
                .contains("the other side promised on 2 February 2026, 12:00 to respond by 17 April 2026 instead of"
                        + " 10 April 2026.");
        // a response ends it
        assertThat(api.post("handler", base + "/response", "{}").text("timeliness"))
                .isEqualTo("NO_DEADLINE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"promisedOn\":\"2026-03-19\"} | promisedOn",
                "{\"promisedOn\":\"2026-04-01\"} | promisedOn",
                "{\"promisedOn\":\"soon\"} | promisedOn",
                "{\"promisedOn\":\"9999-12-31\"} | promisedOn",
                "{} | promisedOn",
                "{\"promisedOn\":\"2026-05-01\",\"at\":\"2026-02-01T00:00:00Z\"} | at",
                "{\"promisedOn\":\"2026-05-01\",\"at\":\"2026-03-21T00:00:00Z\"} | at"
            })
    void refusesAPromiseThatCannotBe(String body, String field) {
        clock.set(Instant.parse("2026-03-20T15:00:00Z"));
        api.post("handler", base + "/promise", "{\"promisedOn\":\"2026-04-01\"}");
        Api.Answer refused = api.post("handler", base + "/promise", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo(field);
        assertThat(response().at("/promise/on").asText()).isEqualTo("2026-04-01");
    }

    @Test
    void takesAPromiseOfAPastDayOnlyIfItWasGivenBeforeThatDay() {
        clock.set(Instant.parse("2026-03-20T15:00:00Z"));
        JsonNode before = api.get("handler", base + "/deadlines").body();
        Api.Answer past = api.post("handler", base + "/promise", "{\"promisedOn\":\"2026-03-19\"}");
        assertThat(past.status()).isEqualTo(400);
        assertThat(past.text("field")).isEqualTo("promisedOn");
        assertThat(api.post("handler", base + "/promise", """
                        {"promisedOn":"2026-03-10","at":"2026-03-11T15:00:00Z"}""").text("field")).isEqualTo("promisedOn");
        assertThat(api.get("handler", base + "/deadlines").body()).isEqualTo(before);
        assertThat(api.post("handler", base + "/promise", """
                        {"promisedOn":"2026-03-19","at":"2026-03-09T15:00:00Z"}""").text("timeliness"))
                .isEqualTo("PROMISE_BROKEN");
        // today is not past
        assertThat(api.post("handler", base + "/promise", "{\"promisedOn\":\"2026-03-20\"}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"auditor", "delegate", "reviewer", "admin"})
    void asksForTheRole(String user) {
        assertThat(api.post(user, base + "/pause", "{\"category\":\"OTHER\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(api.post(user, base + "/promise", "{\"promisedOn\":\"2026-05-01\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void turnsNoClockThatIsNotThere() {
        String draft = "/api/requests/" + api.draft();
        Api.Answer refused = api.post("handler", draft + "/pause", "{\"category\":\"OTHER\",\"reason\":\"x\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("field")).isEqualTo("lifecycle");
        assertThat(api.post("handler", draft + "/resumption", "{}").text("field"))
                .isEqualTo("lifecycle");
        api.post("handler", base + "/response", "{}");
        assertThat(api.post("handler", base + "/extension", "{\"basis\":\"AGREED\",\"amount\":3,\"unit\":\"MONTHS\"}")
                        .status())
                .isEqualTo(409);
    }

    /** Whoever has only what the API says of the deadline gets the same date. */
    private void recomputes() {
        JsonNode deadline = response();
        assertThat(deadline.path("policy").asText()).matches("time-limits v\\d+");
        assertThat(deadline.path("calendarVersion").asInt()).isPositive();
        JsonNode limit = deadline.path("limit");
        ObjectNode question = JSON.createObjectNode();
        question.set("start", deadline.path("startedAt"));
        for (String field : new String[] {"amount", "unit", "convention", "calendars", "zone", "timeOfDay", "cutOff"}) {
            if (!limit.path(field).isNull()) {
                question.set(field, limit.path(field));
            }
        }
        ArrayNode pauses = question.putArray("pauses");
        deadline.path("pauses").forEach(pauses::add);
        ArrayNode extensions = question.putArray("extensions");
        deadline.path("extensions").forEach(extensions::add);
        Api.Answer answer = api.post("handler", "/api/deadlines/explain", question.toString());
        assertThat(answer.text("dueAt"))
                .as(question + " " + answer.body())
                .isEqualTo(deadline.path("dueAt").asText());
        assertThat(answer.text("originalDueOn"))
                .isEqualTo(deadline.path("originalDueOn").asText());
    }

    private String sentences(String language) {
        StringBuilder all = new StringBuilder();
        api.get("handler", base + "/events").body().forEach(event -> all.append(
                        event.path("sentence").path(language).asText())
                .append('\n'));
        return all.toString();
    }

    private JsonNode response() {
        for (JsonNode deadline : api.get("handler", base + "/deadlines").body()) {
            if (deadline.path("kind").asText().equals("RESPONSE")) {
                return deadline;
            }
        }
        throw new AssertionError("no response deadline");
    }
}
