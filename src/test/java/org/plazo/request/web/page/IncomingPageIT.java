package org.plazo.request.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.Direction;
import org.plazo.request.Lifecycle;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RequestDetails;
import org.plazo.request.RequestField;
import org.plazo.security.web.WebClient;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A request of the other side on the pages: from the form with which it is entered until its response has left. */
@PlazoIT
class IncomingPageIT {

    @LocalServerPort
    private int port;

    @Autowired
    private RegisterQueries register;

    @Autowired
    private MovableClock clock;

    private WebClient handler;
    private WebClient manager;

    @BeforeEach
    void logIn() {
        clock.set(Instant.parse("2026-03-02T15:00:00Z"));
        handler = WebClient.loggedIn(port, "handler");
        handler.get("/?lang=en");
        manager = WebClient.loggedIn(port, "manager");
        manager.get("/?lang=en");
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void offersTheOtherSideAsTheOneWhoAsks() {
        String form = handler.get("/requests/new?direction=INCOMING").body();
        assertThat(form)
                .contains(">Request received</h1>")
                .contains("id=\"receivedAt\"")
                .contains("id=\"channel\"")
                .doesNotContain("id=\"executingAgency\"")
                .doesNotContain("id=\"deliveredOn\"")
                .contains("value=\"register\"")
                .doesNotContain("value=\"submit\"");
        assertThat(options(form, "requestingAuthority")).contains("DOJ").doesNotContain("MININT");
        assertThat(options(form, "requestedAuthority")).contains("MININT").doesNotContain("DOJ");
        String ours = handler.get("/requests/new").body();
        assertThat(options(ours, "requestingAuthority")).contains("MININT").doesNotContain("DOJ");
        assertThat(ours).doesNotContain("id=\"receivedAt\"").contains("direction=INCOMING");
        assertThat(handler.get("/requests/new?direction=INCOMING&lang=es").body())
                .contains(">Solicitud recibida</h1>")
                .contains("Anotar y registrar");
        assertThat(handler.get("/").body()).contains("/requests/new?direction=INCOMING");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(refused(Map.of("receivedAt", "soon"), "receivedAt")).contains("date and a time");
        assertThat(refused(Map.of("receivedAt", "2026-03-02T11:00"), "receivedAt"))
                .contains("future");
        assertThat(refused(Map.of("receivedAt", "2026-02-25T10:00", "datedOn", "2026-02-26"), "receivedAt"))
                .contains("before");
        assertThat(refused(Map.of("requestingAuthority", "MININT"), "requestingAuthority"))
                .contains("other side");
        assertThat(refused(Map.of("channel", "PIGEON"), "channel")).contains("choose");
    }

    @Test
    void goesFromReceiptToResponse() {
        String reference = entered("register");
        RequestDetails entered = register.details(reference);
        assertThat(entered.row().direction()).isEqualTo(Direction.INCOMING);
        assertThat(entered.row().lifecycle()).isEqualTo(Lifecycle.IN_ADMISSIBILITY);
        assertThat(page(reference))
                .contains("Registered. Whether it is admissible")
                .contains("25 Feb 2026, 10:00")
                .contains("Acknowledge receipt")
                .contains("Withdrawn by the other side")
                .doesNotContain("/promise\"");

        assertThat(done(handler, reference, "acknowledgement", Map.of())).doesNotContain("/acknowledgement\"");
        assertThat(done(
                        handler,
                        reference,
                        "admissibility",
                        Map.of("choice", "INFORMATION_NEEDED", "reasons", "The account number is missing")))
                .contains("The decision is recorded.")
                .contains("The account number is missing")
                .contains("/information\"")
                .doesNotContain("/admissibility\"");
        assertRefused(reference, "information", Map.of("came", "false"), "note");
        assertRefused(reference, "information", Map.of("note", "x"), "came");
        assertThat(done(handler, reference, "information", Map.of("came", "true", "note", "It came by note")))
                .contains("The clocks that stood still for it run on.")
                .contains("that the information asked for came on");
        done(handler, reference, "admissibility", Map.of("choice", "ADMISSIBLE"));
        done(handler, reference, "agency", Map.of("agency", "FGR"));
        assertThat(register.details(reference).fields()).containsEntry(RequestField.EXECUTING_AGENCY, "FGR");

        String execution = page(reference);
        assertThat(execution.indexOf("/execution\"")).isLessThan(execution.indexOf("/interim-reply\""));
        assertThat(execution.indexOf("/interim-reply\"")).isLessThan(execution.indexOf("/agency\""));
        assertThat(execution).contains("1. Account statements").contains("2. Signature card");
        done(handler, reference, "execution", Map.of("measures[0].outcome", "EXECUTED"));
        assertThat(page(reference)).doesNotContain("1. Account statements").contains("2. Signature card");
        done(
                handler,
                reference,
                "execution",
                Map.of(
                        "measures[1].outcome",
                        "REFUSED",
                        "measures[1].ground",
                        "RETENTION_EXPIRED",
                        "measures[1].reasons",
                        "Destroyed after ten years"));
        assertThat(register.details(reference).row().outcome()).isEqualTo(MeasureOutcome.PARTLY_EXECUTED);

        assertThat(done(handler, reference, "drafting", Map.of()))
                .contains("Clear the response")
                .doesNotContain("/clearance\"");
        done(manager, reference, "clearance", Map.of("cleared", "false", "reason", "Name the law"));
        done(handler, reference, "drafting", Map.of("note", "Law named"));
        done(manager, reference, "clearance", Map.of("cleared", "true"));
        assertThat(done(handler, reference, "response-dispatch", Map.of("channel", "DIPLOMATIC_NOTE")))
                .contains("The response is sent. The request is closed.");
        assertThat(register.details(reference).row().lifecycle()).isEqualTo(Lifecycle.CLOSED);
        assertThat(handler.get("/requests/" + reference + "?lang=es").body())
                .contains("cerrada")
                .doesNotContain("??");
    }

    @Test
    void saysBesideTheFieldWhatIsWrong() {
        String reference = entered("register");
        assertRefused(reference, "admissibility", Map.of("choice", "REFUSED", "reasons", "x"), "ground");
        assertRefused(reference, "admissibility", Map.of("choice", "INFORMATION_NEEDED"), "reasons");
        assertRefused(reference, "admissibility", Map.of("choice", "TRANSFERRED", "reasons", "x"), "transferredTo");
        assertRefused(reference, "admissibility", Map.of("choice", "ADMISSIBLE", "at", "2026-02-24T10:00"), "at");
        done(handler, reference, "admissibility", Map.of("choice", "ADMISSIBLE"));
        assertRefused(reference, "agency", Map.of("agency", "DOJ"), "agency");
        assertThat(post(handler, reference, "response", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void showsBothDirectionsInListAndCounts() {
        String reference = entered("receive");
        assertThat(register.details(reference).row().lifecycle()).isEqualTo(Lifecycle.RECEIVED);
        assertThat(handler.get("/requests?direction=INCOMING&size=200").body()).contains(reference);
        assertThat(handler.get("/requests?direction=OUTGOING&size=200").body()).doesNotContain(reference);
        assertThat(handler.get("/requests?lifecycle=RECEIVED&size=200").body())
                .contains(reference)
                .contains("<optgroup label=\"incoming\">");
        String incoming = handler.get("/?direction=INCOMING").body();
        assertThat(incoming).contains("received, to be registered").doesNotContain("being assessed");
        assertThat(handler.get("/?direction=OUTGOING").body()).doesNotContain("received, to be registered");
    }

    @Test
    void saysOfWhichDeadlineTheDateIs() {
        String reference = entered("register");
        clock.set(Instant.parse("2026-03-05T15:00:00Z"));
        assertThat(listed(reference, "en"))
                .contains(">overdue<", ">4 Mar 2026</time>", ">acknowledgement</span>")
                .doesNotContain(">response</span>");
        assertThat(listed(reference, "es")).contains(">4 mar 2026</time>", ">acuse de recibo</span>");
        assertThat(file(reference, "en")).contains("overdue,acknowledgement,2026-03-04,1,");
        assertThat(file(reference, "es")).contains("vencida;acuse de recibo;2026-03-04;1;");
        assertThat(head(reference)).containsExactly("acknowledgement", "admissibility", "response");
        assertThat(handler.get("/requests?timeliness=OVERDUE&deadline=ACKNOWLEDGEMENT&size=200&lang=en")
                        .body())
                .contains(reference)
                .contains("<strong>acknowledgement</strong>");
        assertThat(handler.get("/requests?timeliness=OVERDUE&deadline=RESPONSE&size=200")
                        .body())
                .doesNotContain(reference);

        done(handler, reference, "acknowledgement", Map.of());
        assertThat(listed(reference, "en"))
                .contains(">27 Mar 2026</time>", ">admissibility</span>")
                .doesNotContain(">overdue<");
        assertThat(file(reference, "en")).contains(",admissibility,2026-03-27,,");
        done(handler, reference, "admissibility", Map.of("choice", "INFORMATION_NEEDED", "reasons", "x"));
        assertThat(listed(reference, "en"))
                .contains(">paused<", ">response</span>")
                .doesNotContain("<time");
        assertThat(file(reference, "en")).contains("paused,response,,,");
        assertThat(head(reference)).containsExactly("response", "admissibility");
    }

    /** The row of the list. */
    private String listed(String reference, String language) {
        String list = handler.get("/requests?direction=INCOMING&text=" + reference + "&lang=" + language)
                .body();
        return list.substring(list.indexOf("<tbody>"), list.indexOf("</tbody>"));
    }

    private String file(String reference, String language) {
        return handler.get("/requests.csv?text=" + reference + "&lang=" + language)
                .body()
                .replace("\"", "");
    }

    /** What the dates are for that stand over everything else of the request, in their order. */
    private List<String> head(String reference) {
        String page = handler.get("/requests/" + reference + "?lang=en").body();
        return Pattern.compile("<p class=\"due\">\\s*<span>([^<]+)</span>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private String entered(String then) {
        Map<String, String> form = form();
        form.put("then", then);
        HttpResponse<String> answer = handler.post("/requests/new", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        String address = answer.headers().firstValue("Location").orElseThrow();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private String refused(Map<String, String> wrong, String field) {
        Map<String, String> form = form();
        form.putAll(wrong);
        HttpResponse<String> answer = handler.post("/requests/new", form);
        assertThat(answer.statusCode()).isEqualTo(400);
        String error = "id=\"" + field + "-error\">";
        assertThat(answer.body()).contains(error);
        return answer.body().split(error)[1].split("<")[0];
    }

    private Map<String, String> form() {
        Map<String, String> form = new HashMap<>(Map.of(
                "direction", "INCOMING",
                "kind", "EVIDENCE",
                "requestingAuthority", "DOJ",
                "requestedAuthority", "MINJUS",
                "legalBasis", "UNTOC",
                "crimeArea", "MONEY_LAUNDERING",
                "label", "Records of an account",
                "urgency", "ROUTINE",
                "list", "measures",
                "measures[0]", "Account statements"));
        form.put("measures[1]", "Signature card");
        form.put("receivedAt", "2026-02-25T10:00");
        form.put("channel", "DIPLOMATIC_NOTE");
        form.put("then", "receive");
        form.put("_csrf", WebClient.csrfIn(handler.get("/password").body()));
        return form;
    }

    private static String options(String page, String select) {
        return page.split("<select id=\"" + select + "\"")[1].split("</select>")[0];
    }

    private String page(String reference) {
        return handler.get("/requests/" + reference).body();
    }

    /** Does it as the browser does, and returns the page to which it is sent. */
    private static String done(WebClient who, String reference, String command, Map<String, String> fields) {
        HttpResponse<String> answer = post(who, reference, command, fields);
        assertThat(answer.statusCode()).as(command + ": " + answer.body()).isEqualTo(302);
        return who.get("/requests/" + reference).body();
    }

    private void assertRefused(String reference, String command, Map<String, String> fields, String field) {
        HttpResponse<String> answer = post(handler, reference, command, fields);
        assertThat(answer.statusCode()).as(command + " " + field).isEqualTo(400);
        assertThat(answer.body()).contains("id=\"" + command + "-" + field + "-error\">");
    }

    private static HttpResponse<String> post(
            WebClient who, String reference, String command, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", WebClient.csrfIn(who.get("/password").body()));
        return who.post("/requests/" + reference + "/" + command, form);
    }
}
