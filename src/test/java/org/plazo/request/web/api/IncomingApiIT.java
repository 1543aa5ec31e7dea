package org.plazo.request.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** What the other side asks of us, over HTTP; it comes in on Monday, 2 February 2026. */
@PlazoIT
class IncomingApiIT {

    private static final Instant RECEIPT = Instant.parse("2026-02-02T17:00:00Z");

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private MovableClock clock;

    private Api api;

    @BeforeEach
    void connect() {
        clock.set(RECEIPT);
        api = new Api(context);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void takesInARequestOfTheOtherSide() {
        clock.set(Instant.parse("2026-02-03T15:00:00Z"));
        Api.Answer entered = api.post(
                "handler", "/api/requests", Bodies.incomingWith("receivedAt", "\"2026-02-02T12:00:00-05:00\""));
        assertThat(entered.status()).isEqualTo(201);
        assertThat(entered.text("reference")).matches("CU-IN-2026-\\d{4}");
        assertThat(entered.text("direction")).isEqualTo("INCOMING");
        assertThat(entered.text("lifecycle")).isEqualTo("RECEIVED");
        assertThat(entered.text("receivedAt")).isEqualTo("2026-02-02T17:00:00Z");
        assertThat(entered.text("channel")).isEqualTo("DIPLOMATIC_NOTE");
        assertThat(entered.text("theirReference")).isEqualTo("DOJ-4711");
        assertThat(entered.text("handler")).isEqualTo("handler");
        assertThat(entered.body().path("dispatchedAt").isNull()).isTrue();
        assertThat(entered.body().path("fittingCommands").toString()).startsWith("[\"registration\",");
        assertThat(sentence(path(entered), "RECEIVED", "en"))
                .isEqualTo("handler recorded that the request of the other side came in on 2 February 2026, 12:00"
                        + " by this channel: Diplomatic note.");
        assertThat(sentence(path(entered), "RECEIVED", "es"))
                .isEqualTo("handler registró que la solicitud de la otra parte se recibió el 2 de febrero de 2026 12:00"
                        + " por esta vía: Nota diplomática.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "direction | \"SIDEWAYS\" | direction | must be one of [OUTGOING, INCOMING]",
                "direction | \"OUTGOING\" | receivedAt | does not fit a request of ours",
                "requestingAuthority | \"FGR\" | requestingAuthority | is not an authority of United States",
                "requestedAuthority | \"DOJ\" | requestedAuthority | is not an authority of Cuba",
                "requestedAuthority | null | requestedAuthority | is missing",
                "executingAgency | \"AGR\" | executingAgency | is assigned once the request is admissible",
                "executingAgency | \"DOJ\" | executingAgency | is not an authority of Cuba",
                "receivedAt | \"2026-02-02T17:00:01Z\" | receivedAt | lies in the future",
                "receivedAt | \"2026-01-05T04:59:59Z\" | receivedAt | lies before 2026-01-05",
                "receivedAt | \"2026-02-02\" | receivedAt | must be a date-time with offset such as 2026-03-06T14:00:00Z",
                "channel | \"PIGEON\" | channel | unknown code",
                "channel | 7 | channel | has the wrong form",
                "datedOn | \"2026-02-03\" | datedOn | lies in the future"
            })
    void namesTheFieldThatIsWrong(String field, String value, String named, String reason) {
        long before = api.get("handler", "/api/requests?direction=INCOMING")
                .body()
                .path("total")
                .asLong();
        String body = field.equals("receivedAt")
                ? Bodies.incomingWith(field, value)
                : Bodies.with(Bodies.incomingWith("receivedAt", "\"2026-02-02T16:00:00Z\""), field, value);
        Api.Answer refused = api.post("handler", "/api/requests", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo(named);
        assertThat(refused.text("detail")).isEqualTo(named + ": " + reason);
        assertThat(api.get("handler", "/api/requests?direction=INCOMING")
                        .body()
                        .path("total")
                        .asLong())
                .isEqualTo(before);
    }

    @Test
    void takesTheDayOnThePaperItself() {
        assertThat(api.post("handler", "/api/requests", Bodies.incomingWith("receivedAt", "\"2026-01-05T05:00:00Z\""))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void walksFromReceiptToResponse() {
        String path = received();
        assertThat(done("handler", path, "/registration", "{\"note\":\"Completa\"}"))
                .isEqualTo("IN_ADMISSIBILITY");
        assertThat(done("handler", path, "/acknowledgement", "{}")).isEqualTo("IN_ADMISSIBILITY");
        assertThat(done("handler", path, "/admissibility", """
                        {"choice":"INFORMATION_NEEDED","reasons":"Falta la traducción"}""")).isEqualTo("IN_ADMISSIBILITY");
        assertThat(fitting(path)).contains("\"information\"").doesNotContain("\"admissibility\"");
        assertThat(done("handler", path, "/interim-reply", "{}")).isEqualTo("IN_ADMISSIBILITY");
        assertThat(done("handler", path, "/information", "{\"note\":\"Llegó\"}"))
                .isEqualTo("IN_ADMISSIBILITY");
        assertThat(fitting(path)).doesNotContain("\"information\"").contains("\"admissibility\"");
        assertThat(done("handler", path, "/admissibility", "{\"choice\":\"ADMISSIBLE\"}"))
                .isEqualTo("ADMITTED");
        assertThat(done("manager", path, "/agency", "{\"agency\":\"FGR\"}")).isEqualTo("IN_EXECUTION");
        assertThat(done("handler", path, "/agency", "{\"agency\":\"AGR\",\"note\":\"Es de aduanas\"}"))
                .isEqualTo("IN_EXECUTION");
        assertThat(done("handler", path, "/execution", """
                        {"measures":[{"position":2,"outcome":"EXECUTED"}]}""")).isEqualTo("IN_EXECUTION");
        assertThat(done("handler", path, "/execution", """
                        {"measures":[{"position":1,"outcome":"REFUSED","ground":"IMMUNITY","reasons":"Diplomático"}]}""")).isEqualTo("IN_DRAFTING");
        assertThat(done("handler", path, "/drafting", "")).isEqualTo("IN_CLEARANCE");
        assertThat(done("head", path, "/clearance", "{\"cleared\":false,\"reason\":\"Falta el sello\"}"))
                .isEqualTo("IN_DRAFTING");
        assertThat(done("handler", path, "/drafting", "{}")).isEqualTo("IN_CLEARANCE");
        assertThat(done("manager", path, "/clearance", "{\"cleared\":true}")).isEqualTo("CLEARED");
        clock.set(Instant.parse("2026-02-20T15:00:00Z"));
        assertThat(done("handler", path, "/response-dispatch", """
                        {"at":"2026-02-19T15:00:00Z","channel":"EMBASSY_LIAISON"}""")).isEqualTo("CLOSED");

        Api.Answer closed = api.get("handler", path);
        assertThat(closed.text("executingAgency")).isEqualTo("AGR");
        assertThat(closed.text("respondedAt")).isEqualTo("2026-02-19T15:00:00Z");
        assertThat(closed.text("closedAt")).isEqualTo("2026-02-19T15:00:00Z");
        assertThat(closed.text("outcome")).isEqualTo("PARTLY_EXECUTED");
        assertThat(closed.text("channel")).isEqualTo("DIPLOMATIC_NOTE");
        assertThat(fitting(path)).isEqualTo("[]");
        assertThat(api.get("handler", path + "/deadlines").body())
                .allMatch(deadline -> deadline.path("state").asText().equals("STOPPED"));
    }

    @Test
    void tellsEveryStepInBothLanguages() {
        String path = received();
        done("handler", path, "/registration", "{}");
        done("handler", path, "/acknowledgement", "{}");
        done("handler", path, "/interim-reply", "{}");
        done("handler", path, "/admissibility", "{\"choice\":\"INFORMATION_NEEDED\",\"reasons\":\"Falta\"}");
        done("handler", path, "/information", "{}");
        done("handler", path, "/admissibility", "{\"choice\":\"ADMISSIBLE\"}");
        done("handler", path, "/agency", "{\"agency\":\"FGR\"}");
        done("handler", path, "/agency", "{\"agency\":\"AGR\"}");
        done("handler", path, "/execution", """
                {"measures":[{"position":1,"outcome":"EXECUTED"},{"position":2,"outcome":"EXECUTED"}]}""");
        done("handler", path, "/drafting", "{}");
        done("manager", path, "/clearance", "{\"cleared\":false,\"reason\":\"Falta el sello\"}");
        done("handler", path, "/drafting", "{}");
        done("manager", path, "/clearance", "{\"cleared\":true}");
        done("handler", path, "/response-dispatch", "{\"channel\":\"EMBASSY_LIAISON\"}");
        String day = "2 February 2026, 12:00";
        assertThat(sentence(path, "REGISTERED", "en"))
                .isEqualTo("handler registered the request on " + day + " (from"
                        + " \"received, to be registered\" to \"admissibility to be decided\").");
        assertThat(sentence(path, "ACKNOWLEDGEMENT_SENT", "en"))
                .isEqualTo("handler recorded that we acknowledged the request on " + day + ".");
        assertThat(sentence(path, "INTERIM_REPLY_SENT", "en"))
                .isEqualTo("handler recorded our interim reply of " + day + ".");
        assertThat(sentence(path, "INFORMATION_NEEDED", "en"))
                .isEqualTo("handler asked the other side for further information on " + day + ". Reason: Falta");
        assertThat(sentence(path, "AGENCY_ASSIGNED", "en"))
                .isEqualTo("handler assigned the request to this agency on " + day
                        + ": General Customs (from \"Attorney General's Office\" to \"General Customs\").");
        assertThat(sentence(path, "REDRAFT", "es"))
                .isEqualTo("manager devolvió el 2 de febrero de 2026 12:00 la"
                        + " respuesta para que se redacte de nuevo (de «respuesta por autorizar» a «respuesta por redactar»)."
                        + " Motivo: Falta el sello");
        assertThat(sentence(path, "RESPONSE_SENT", "es"))
                .isEqualTo("handler registró que nuestra respuesta salió el 2"
                        + " de febrero de 2026 12:00 por esta vía: Enlace de la embajada (de «respuesta autorizada, por"
                        + " enviar» a «cerrada»).");
    }

    @Test
    void refusesAllThatIsSoughtOnOneGround() {
        String path = registered();
        assertThat(done("handler", path, "/admissibility", """
                        {"choice":"REFUSED","ground":"SOVEREIGNTY","reasons":"Intereses esenciales"}""")).isEqualTo("IN_DRAFTING");
        Api.Answer refused = api.get("handler", path);
        assertThat(refused.text("outcome")).isEqualTo("REFUSED");
        assertThat(refused.body().path("measures")).hasSize(2).allSatisfy(measure -> {
            assertThat(measure.path("outcome").asText()).isEqualTo("REFUSED");
            assertThat(measure.path("ground").asText()).isEqualTo("SOVEREIGNTY");
            assertThat(measure.path("reasons").asText()).isEqualTo("Intereses esenciales");
        });
        assertThat(sentence(path, "REFUSED", "en"))
                .startsWith("handler refused the request on 2 February 2026, 12:00 on this ground: Sovereignty,");
    }

    @Test
    void handsARequestOn() {
        String path = registered();
        assertThat(done("handler", path, "/admissibility", """
                        {"choice":"TRANSFERRED","reasons":"No es de aquí","transferredTo":"Interpol, Lyon"}""")).isEqualTo("TRANSFERRED");
        Api.Answer transferred = api.get("handler", path);
        assertThat(transferred.text("outcome")).isEqualTo("TRANSFERRED");
        assertThat(transferred.text("closedAt")).isEqualTo("2026-02-02T17:00:00Z");
        assertThat(fitting(path)).isEqualTo("[]");
        assertThat(sentence(path, "HANDED_ON", "en"))
                .isEqualTo("handler transferred the request to Interpol, Lyon on 2 February 2026, 12:00."
                        + " Reason: No es de aquí");
        String reference = transferred.text("reference");
        assertThat(api.get("handler", "/api/requests?open=true&text=" + reference)
                        .text("total"))
                .isEqualTo("0");
        assertThat(api.get("handler", "/api/requests?open=false&text=" + reference)
                        .text("total"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"RECEIVED", "IN_ADMISSIBILITY", "ADMITTED", "IN_EXECUTION", "IN_DRAFTING", "IN_CLEARANCE", "CLEARED"})
    void isWithdrawnByTheOtherSideWhereverItStands(String lifecycle) {
        String path = standingAt(lifecycle);
        assertThat(api.get("handler", path).text("lifecycle")).isEqualTo(lifecycle);
        assertThat(done("handler", path, "/withdrawal", "{\"reason\":\"Ya no hace falta\"}"))
                .isEqualTo("WITHDRAWN");
        assertThat(sentence(path, "WITHDRAWN_BY_THEM", "en"))
                .startsWith("handler recorded on 2 February 2026, 12:00 that the other side withdrew its request");
        assertThat(api.get("handler", path + "/deadlines").body())
                .allMatch(deadline -> deadline.path("state").asText().equals("STOPPED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RECEIVED | /registration | {\"note\":\"a\\u0000\"} | note",
                "RECEIVED | /registration | {\"noted\":\"a\"} | noted",
                "RECEIVED | /acknowledgement | {\"at\":\"2026-02-02T16:59:59Z\"} | at",
                "RECEIVED | /interim-reply | {\"at\":\"2026-02-02T17:00:01Z\"} | at",
                "IN_ADMISSIBILITY | /admissibility | {} | choice",
                "IN_ADMISSIBILITY | /admissibility | {\"choice\":\"MAYBE\"} | choice",
                "IN_ADMISSIBILITY | /admissibility | {\"choice\":\"INFORMATION_NEEDED\"} | reasons",
                "IN_ADMISSIBILITY | /admissibility | {\"choice\":\"ADMISSIBLE\",\"reasons\":\"a\\u0000\"} | reasons",
                "IN_ADMISSIBILITY | /admissibility | {\"choice\":\"ADMISSIBLE\",\"ground\":\"IMMUNITY\"} | ground",
                "IN_ADMISSIBILITY | /admissibility | {\"choice\":\"ADMISSIBLE\",\"transferredTo\":\"x\"} | transferredTo",
                "IN_ADMISSIBILITY | /admissibility | {\"choice\":\"REFUSED\",\"reasons\":\"x\"} | ground",
                "IN_ADMISSIBILITY | /admissibility | {\"choice\":\"REFUSED\",\"ground\":\"MOOD\",\"reasons\":\"x\"} | ground",
                "IN_ADMISSIBILITY | /admissibility | {\"choice\":\"REFUSED\",\"ground\":\"IMMUNITY\"} | reasons",
                "IN_ADMISSIBILITY | /admissibility | {\"choice\":\"REFUSED\",\"ground\":\"IMMUNITY\",\"reasons\":\" \"} | reasons",
                "IN_ADMISSIBILITY | /admissibility | {\"choice\":\"TRANSFERRED\",\"reasons\":\"x\"} | transferredTo",
                "IN_ADMISSIBILITY | /admissibility | {\"choice\":\"TRANSFERRED\",\"transferredTo\":\"x\"} | reasons",
                "IN_ADMISSIBILITY | /admissibility | {\"choice\":\"ADMISSIBLE\",\"at\":\"2026-02-02T16:59:59Z\"} | at",
                "IN_ADMISSIBILITY | /admissibility | {\"choice\":\"ADMISSIBLE\",\"at\":\"2026-02-02T17:00:01Z\"} | at",
                "ADMITTED | /agency | {} | agency",
                "ADMITTED | /agency | {\"agency\":\"FBX\"} | agency",
                "ADMITTED | /agency | {\"agency\":\"DOJ\"} | agency",
                "ADMITTED | /agency | {\"agency\":\"FGR\",\"note\":\"a\\u0000\"} | note",
                "IN_EXECUTION | /agency | {\"agency\":\"FGR\"} | agency",
                "IN_EXECUTION | /execution | {} | measures",
                "IN_EXECUTION | /execution | {\"measures\":[]} | measures",
                "IN_EXECUTION | /execution | {\"measures\":[{\"outcome\":\"EXECUTED\"}]} | measures[0].position",
                "IN_EXECUTION | /execution | {\"measures\":[{\"position\":3,\"outcome\":\"EXECUTED\"}]} | measures",
                "IN_EXECUTION | /execution | {\"measures\":[{\"position\":1}]} | measures[0].outcome",
                "IN_EXECUTION | /execution | {\"measures\":[{\"position\":1,\"outcome\":\"REFUSED\",\"reasons\":\"x\"}]} | measures[0].ground",
                "IN_EXECUTION | /execution | {\"measures\":[{\"position\":1,\"outcome\":\"CONDITIONAL\"}]} | measures[0].reasons",
                "IN_DRAFTING | /drafting | {\"note\":\"a\\u0000\"} | note",
                "IN_CLEARANCE | /clearance | {} | cleared",
                "IN_CLEARANCE | /clearance | {\"cleared\":false} | reason",
                "IN_CLEARANCE | /clearance | {\"cleared\":true,\"reason\":\"a\\u0000\"} | reason",
                "CLEARED | /response-dispatch | {\"channel\":\"PIGEON\"} | channel",
                "CLEARED | /response-dispatch | {\"at\":\"2026-02-02T16:59:59Z\"} | at",
                "CLEARED | /response-dispatch | {\"at\":\"2026-02-02T17:00:01Z\"} | at"
            })
    void changesNothingWhenACommandIsWrong(String lifecycle, String command, String body, String named) {
        String path = standingAt(lifecycle);
        JsonNode before = api.get("handler", path).body();
        JsonNode events = api.get("handler", path + "/events").body();
        Api.Answer refused = api.post(command.equals("/clearance") ? "manager" : "handler", path + command, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo(named);
        assertThat(api.get("handler", path).body()).isEqualTo(before);
        assertThat(api.get("handler", path + "/events").body()).isEqualTo(events);
    }

    @Test
    void refusesInformationThatCameBeforeItWasAskedFor() {
        String path = registered();
        clock.set(RECEIPT.plusSeconds(3_600));
        done("handler", path, "/admissibility", """
                {"choice":"INFORMATION_NEEDED","reasons":"Falta","at":"2026-02-02T17:30:00Z"}""");
        Api.Answer early = api.post("handler", path + "/information", "{\"at\":\"2026-02-02T17:29:59Z\"}");
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.text("field")).isEqualTo("at");
        Api.Answer again = api.post("handler", path + "/admissibility", "{\"choice\":\"ADMISSIBLE\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(done("handler", path, "/information", "{\"at\":\"2026-02-02T17:30:00Z\"}"))
                .isEqualTo("IN_ADMISSIBILITY");
    }

    @ParameterizedTest
    @CsvSource({
        "reviewer, RECEIVED, /registration, {}",
        "manager, RECEIVED, /registration, {}",
        "auditor, IN_ADMISSIBILITY, /admissibility, '{\"choice\":\"ADMISSIBLE\"}'",
        "delegate, ADMITTED, /agency, '{\"agency\":\"FGR\"}'",
        "head, IN_DRAFTING, /drafting, {}",
        "handler, IN_CLEARANCE, /clearance, '{\"cleared\":true}'",
        "reviewer, IN_CLEARANCE, /clearance, '{\"cleared\":true}'",
        "admin, CLEARED, /response-dispatch, {}"
    })
    void refusesWhoMayNot(String user, String lifecycle, String command, String body) {
        String path = standingAt(lifecycle);
        assertThat(api.post(user, path + command, body).status()).isEqualTo(403);
        assertThat(api.get("handler", path).text("lifecycle")).isEqualTo(lifecycle);
    }

    @Test
    void isEnteredByHandlersAlone() {
        for (String user : new String[] {"manager", "reviewer", "auditor", "delegate", "admin"}) {
            assertThat(api.post(user, "/api/requests", Bodies.INCOMING).status())
                    .as(user)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({"/submission", "/response", "/closure", "/promise"})
    void knowsNoCommandOfOurOwnRequests(String command) {
        String body =
                switch (command) {
                    case "/closure" -> "{\"reason\":\"x\"}";
                    case "/promise" -> "{\"promisedOn\":\"2026-03-01\"}";
                    default -> "{}";
                };
        Api.Answer refused = api.post(command.equals("/closure") ? "manager" : "handler", received() + command, body);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("lifecycle")).isEqualTo("RECEIVED");
    }

    @Test
    void knowsNoCommandOfTheirsForOurOwn() {
        String path = "/api/requests/" + api.draft();
        assertThat(api.post("handler", path + "/registration", "{}").status()).isEqualTo(409);
        assertThat(api.post("manager", path + "/agency", "{\"agency\":\"FGR\"}").status())
                .isEqualTo(409);
    }

    @Test
    void isForTheVersionThatWasRead() {
        String path = received();
        String read = api.get("handler", path).response().getHeader("ETag");
        assertThat(api.post("handler", path + "/registration", read, "{}").status())
                .isEqualTo(200);
        Api.Answer late = api.post("handler", path + "/admissibility", read, "{\"choice\":\"ADMISSIBLE\"}");
        assertThat(late.status()).isEqualTo(412);
        assertThat(api.get("handler", path).text("lifecycle")).isEqualTo("IN_ADMISSIBILITY");
    }

    @Test
    void isEditedByTheListsOfItsDirection() {
        String path = received();
        assertThat(edited(path, "{\"requestedAuthority\":\"DOJ\"}").text("field"))
                .isEqualTo("requestedAuthority");
        assertThat(edited(path, "{\"requestingAuthority\":\"FGR\"}").text("field"))
                .isEqualTo("requestingAuthority");
        assertThat(edited(path, "{\"executingAgency\":\"FGR\"}").text("field")).isEqualTo("executingAgency");
        Api.Answer changed = edited(path, "{\"requestingAuthority\":\"DHS\",\"requestedAuthority\":\"AGR\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("requestingAuthority")).isEqualTo("DHS");
        assertThat(sentence(path, "EDITED", "en")).contains("General Customs");
        done("handler", path, "/registration", "{}");
        assertThat(edited(path, "{\"requestedAuthority\":\"FGR\"}").status()).isEqualTo(409);
        assertThat(edited(path, "{\"replyChannel\":\"INTERPOL\"}").status()).isEqualTo(200);
    }

    @Test
    void isCountedByWhoAsksAndFromItsReceipt() {
        String path = received();
        String reference = api.get("handler", path).text("reference");
        clock.set(Instant.parse("2026-03-10T15:00:00Z"));
        JsonNode row = api.get("handler", "/api/requests?direction=INCOMING&age=UP_TO_90&text=" + reference)
                .body()
                .path("items")
                .path(0);
        assertThat(row.path("direction").asText()).isEqualTo("INCOMING");
        assertThat(row.path("receivedAt").asText()).isEqualTo("2026-02-02T17:00:00Z");
        for (String no : new String[] {"age=NOT_DISPATCHED", "age=UP_TO_30", "direction=OUTGOING"}) {
            assertThat(api.get("handler", "/api/requests?" + no + "&text=" + reference)
                            .text("total"))
                    .as(no)
                    .isEqualTo("0");
        }
        JsonNode counts = api.get("handler", "/api/requests/counts?direction=INCOMING&text=" + reference)
                .body();
        assertThat(counts.path("age").path("UP_TO_90").asInt()).isEqualTo(1);
        assertThat(counts.path("counterpartAuthority").path("DOJ").asInt()).isEqualTo(1);
        assertThat(counts.path("counterpartAuthority").path("FGR").isMissingNode())
                .isTrue();
    }

    private Api.Answer edited(String path, String body) {
        String etag = api.get("handler", path).response().getHeader("ETag");
        return api.patch("handler", path, etag, body);
    }

    private String received() {
        return path(api.post("handler", "/api/requests", Bodies.INCOMING));
    }

    private String registered() {
        String path = received();
        done("handler", path, "/registration", "{}");
        return path;
    }

    private String standingAt(String lifecycle) {
        String path = received();
        String[][] steps = {
            {"RECEIVED", "handler", "/registration", "{}"},
            {"IN_ADMISSIBILITY", "handler", "/admissibility", "{\"choice\":\"ADMISSIBLE\"}"},
            {"ADMITTED", "handler", "/agency", "{\"agency\":\"FGR\"}"},
            {
                "IN_EXECUTION",
                "handler",
                "/execution",
                "{\"measures\":[{\"position\":1,\"outcome\":\"EXECUTED\"},{\"position\":2,\"outcome\":\"EXECUTED\"}]}"
            },
            {"IN_DRAFTING", "handler", "/drafting", "{}"},
            {"IN_CLEARANCE", "manager", "/clearance", "{\"cleared\":true}"},
        };
        for (String[] step : steps) {
            if (step[0].equals(lifecycle)) {
                break;
            }
            done(step[1], path, step[2], step[3]);
        }
        return path;
    }

    /** @return where the request stands afterwards */
    private String done(String user, String path, String command, String body) {
        Api.Answer answer = api.post(user, path + command, body);
        assertThat(answer.status()).as(command + ": " + answer.body()).isEqualTo(200);
        return answer.text("lifecycle");
    }

    private String fitting(String path) {
        return api.get("handler", path).body().path("fittingCommands").toString();
    }

    private static String path(Api.Answer answer) {
        return "/api/requests/" + answer.text("reference");
    }

    /** The last of an action. */
    private String sentence(String path, String action, String language) {
        return StreamSupport.stream(api.get("handler", path + "/events").body().spliterator(), false)
                .filter(event -> event.path("action").asText().equals(action))
                .map(event -> event.path("sentence").path(language).asText())
                .reduce((first, second) -> second)
                .orElse("");
    }
}
