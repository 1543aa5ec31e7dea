package org.plazo.request.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** What the other side does with a request beside answering it, over HTTP; dispatched on Monday, 2 February 2026. */
@PlazoIT
class TurnApiIT {

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
        clock.set(Instant.parse("2026-03-02T15:00:00Z"));
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void showsThatItIsOurTurn() {
        Api.Answer returned = api.post("handler", base + "/deficiency", "{\"reason\":\"Falta la firma\"}");
        assertThat(returned.status()).isEqualTo(200);
        assertThat(returned.text("runningDeadline")).isEqualTo("SUPPLY");
        assertThat(returned.text("dueOn")).isEqualTo("2026-03-16");
        assertThat(returned.text("lifecycle")).isEqualTo("AWAITING_RESPONSE");
        assertThat(returned.body().path("fittingCommands").toString())
                .contains("\"supply\"", "\"resumption\"")
                .doesNotContain("\"deficiency\"", "\"information-request\"");
        assertThat(deadline("RESPONSE").path("state").asText()).isEqualTo("PAUSED");
        assertThat(deadline("ACKNOWLEDGEMENT").path("state").asText()).isEqualTo("PAUSED");
        assertThat(api.get("handler", "/api/requests?deadline=SUPPLY&size=200")
                        .body()
                        .toString())
                .contains(base.substring(base.lastIndexOf('/') + 1));
        assertThat(api.get("handler", "/api/requests?deadline=RESPONSE&size=200")
                        .body()
                        .toString())
                .doesNotContain(base.substring(base.lastIndexOf('/') + 1));

        clock.set(Instant.parse("2026-03-12T15:00:00Z"));
        Api.Answer supplied =
                api.post("handler", base + "/supply", "{\"channel\":\"INTERPOL\",\"note\":\"Con la firma\"}");
        assertThat(supplied.text("runningDeadline")).isEqualTo("RESPONSE");
        assertThat(supplied.text("dueOn")).isEqualTo("2026-05-13");
        assertThat(sentences("en"))
                .contains(
                        "handler recorded that the other side returned the request as deficient on 2 March 2026, 10:00;"
                                + " the clock stands still until it is sent again. Reason: Falta la firma")
                .contains("by this channel: Interpol; the clock runs on. Reason: Con la firma");
        assertThat(sentences("es"))
                .contains("devolvió la solicitud por defectos el 2 de marzo de 2026 10:00")
                .contains("por esta vía: Interpol; el plazo vuelve a correr");
        recomputes();
    }

    @Test
    void postponesUntilADayOfReview() {
        Api.Answer postponed = api.post(
                "manager", base + "/postponement", "{\"ground\":\"OWN_INVESTIGATION\",\"reviewOn\":\"2026-04-01\"}");
        assertThat(postponed.text("timeliness")).isEqualTo("PAUSED");
        assertThat(deadline("RESPONSE").at("/review/on").asText()).isEqualTo("2026-04-01");
        assertThat(deadline("RESPONSE").at("/review/at").asText()).isEqualTo("2026-04-01T13:00:00Z");
        api.post("handler", base + "/postponement", "{\"ground\":\"IMMUNITY\",\"reviewOn\":\"2026-05-01\"}");
        assertThat(sentences("en"))
                .contains("(Prejudice to an ongoing investigation", "to be reviewed on 1 April 2026")
                .contains("to be reviewed on 1 May 2026 instead of 1 April 2026");
        clock.set(Instant.parse("2026-03-12T15:00:00Z"));
        assertThat(api.post("handler", base + "/resumption", "{}").text("dueOn"))
                .isEqualTo("2026-05-13");
        assertThat(deadline("RESPONSE").path("review").isNull()).isTrue();
        recomputes();
    }

    @Test
    void countsAnewAfterATransferEnteredLate() {
        api.post("handler", base + "/extension", "{\"basis\":\"AGREED\",\"amount\":5,\"unit\":\"CALENDAR_DAYS\"}");
        Api.Answer passedOn = api.post("handler", base + "/transfer", """
                {"authority":"DHS","clock":"RESTART","reason":"Nadie la tuvo","at":"2026-02-20T15:00:00Z"}""");
        assertThat(passedOn.status()).isEqualTo(200);
        assertThat(passedOn.text("requestedAuthority")).isEqualTo("DHS");
        // ninety days from 20 February end on a Thursday; the extension came later and still counts
        assertThat(passedOn.text("dueOn")).isEqualTo("2026-05-26");
        assertThat(deadline("RESPONSE").path("originalDueOn").asText()).isEqualTo("2026-05-04");
        assertThat(deadline("RESPONSE").path("countedFrom").asText()).isEqualTo("2026-02-20T15:00:00Z");
        assertThat(sentences("en"))
                .contains("passed the request on from Department of Justice to Department of Homeland Security on"
                        + " 20 February 2026, 10:00; the time counts anew from then on. Reason: Nadie la tuvo");
        recomputes();
    }

    @Test
    void saysHowASlowCounterpartIsReminded() {
        assertThat(api.post("handler", base + "/resending", "{\"channel\":\"DIPLOMATIC_NOTE\"}")
                        .text("dueOn"))
                .isEqualTo("2026-05-04");
        assertThat(sentences("en")).contains("by this channel: Diplomatic note; the clock takes no notice.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deficiency | {} | reason",
                "deficiency | {\"reason\":\"x\",\"at\":\"2026-02-01T00:00:00Z\"} | at",
                "deficiency | {\"reason\":\"x\",\"at\":\"2026-03-03T00:00:00Z\"} | at",
                "information-request | {\"reason\":\" \"} | reason",
                "information-request | {\"reason\":\"x\",\"theirReference\":\"a\\nb\"} | theirReference",
                "postponement | {\"ground\":\"IMMUNITY\"} | reviewOn",
                "postponement | {\"ground\":\"IMMUNITY\",\"reviewOn\":\"2026-03-02\"} | reviewOn",
                "postponement | {\"ground\":\"IMMUNITY\",\"reviewOn\":\"2026-02-30\"} | reviewOn",
                "postponement | {\"ground\":\"IMMUNITY\",\"reviewOn\":\"2200-01-01\"} | reviewOn",
                "postponement | {\"ground\":\"RAIN\",\"reviewOn\":\"2026-04-01\"} | ground",
                "postponement | {\"reviewOn\":\"2026-04-01\"} | ground",
                "postponement | {\"ground\":\"IMMUNITY\",\"reviewOn\":\"2026-04-01\",\"at\":\"2026-02-01T00:00:00Z\"} | at",
                "transfer | {} | authority",
                "transfer | {\"authority\":\"MININT\"} | authority",
                "transfer | {\"authority\":\"DOJ\"} | authority",
                "transfer | {\"authority\":\"DHS\",\"clock\":\"STOP\"} | clock",
                "transfer | {\"authority\":\"DHS\",\"clock\":\"RESTART\"} | reason",
                "transfer | {\"authority\":\"DHS\",\"at\":\"2026-02-01T00:00:00Z\"} | at",
                "resending | {\"channel\":\"PIGEON\"} | channel",
                "resending | {\"at\":\"2026-02-01T00:00:00Z\"} | at",
            })
    void refusesWhatDoesNotFit(String command, String body, String field) {
        JsonNode before = api.get("handler", base).body();
        Api.Answer refused = api.post("handler", base + "/" + command, body);
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(400);
        assertThat(refused.body().toString()).contains("\"" + field + "\"");
        assertThat(api.get("handler", base).body()).isEqualTo(before);
    }

    @Test
    void saysWhenItIsNotTheTime() {
        assertThat(api.post("handler", base + "/supply", "{}").status()).isEqualTo(409);
        assertThat(api.post("handler", base + "/supply", "{}").text("field")).isEqualTo("clock");
        api.post("handler", base + "/pause", "{\"category\":\"AGREED\",\"reason\":\"x\"}");
        assertThat(api.post("handler", base + "/deficiency", "{\"reason\":\"x\"}")
                        .text("field"))
                .isEqualTo("clock");
        // a clock that stands still for another reason is not postponed besides
        assertThat(api.post("handler", base + "/postponement", "{\"ground\":\"IMMUNITY\",\"reviewOn\":\"2026-04-01\"}")
                        .status())
                .isEqualTo(400);
        assertThat(api.post("reviewer", base + "/transfer", "{\"authority\":\"DHS\"}")
                        .status())
                .isEqualTo(403);
        api.post("handler", base + "/response", "{}");
        for (String command : new String[] {"deficiency", "information-request"}) {
            assertThat(api.post("handler", base + "/" + command, "{\"reason\":\"x\"}")
                            .text("field"))
                    .isEqualTo("lifecycle");
        }
    }

    private JsonNode deadline(String kind) {
        for (JsonNode each : api.get("handler", base + "/deadlines").body()) {
            if (each.path("kind").asText().equals(kind)) {
                return each;
            }
        }
        throw new AssertionError("no deadline " + kind);
    }

    /** Whoever has only what the API says of the deadline gets the same date. */
    private void recomputes() {
        JsonNode deadline = deadline("RESPONSE");
        ObjectNode question = JSON.createObjectNode();
        question.set("start", deadline.path("countedFrom"));
        for (String field : new String[] {"amount", "unit", "convention", "calendars", "zone", "timeOfDay"}) {
            question.set(field, deadline.path("limit").path(field));
        }
        question.set("pauses", deadline.path("pauses"));
        question.set("extensions", deadline.path("extensions"));
        assertThat(api.post("handler", "/api/deadlines/explain", question.toString())
                        .text("dueAt"))
                .isEqualTo(deadline.path("dueAt").asText());
    }

    private String sentences(String language) {
        StringBuilder all = new StringBuilder();
        api.get("handler", base + "/events").body().forEach(event -> all.append(
                        event.path("sentence").path(language).asText())
                .append('\n'));
        return all.toString();
    }
}
