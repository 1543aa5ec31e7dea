package org.plazo.request.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.Lifecycle;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.RegisterQueries;
import org.plazo.request.web.api.Api;
import org.plazo.security.Role;
import org.plazo.security.web.WebClient;
import org.plazo.support.PlazoIT;
import org.plazo.support.SecretRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/** The page's form says what became of each measure, and to whom a request is given. */
@PlazoIT
class MeasuresPageIT {

    @LocalServerPort
    private int port;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private RegisterQueries register;

    @Autowired
    private SecretRequests secrets;

    private Api api;
    private WebClient handler;

    @BeforeEach
    void logIn() {
        api = new Api(context);
        handler = WebClient.loggedIn(port, "handler");
        handler.get("/?lang=en");
    }

    @Test
    void keepsPartialResponsesMeasureByMeasure() {
        String reference = answered();
        assertThat(page(reference))
                .contains("measures[1].outcome")
                .contains("not said (executed, if the response is complete)");
        assertThat(assess(
                                reference,
                                Map.of("outcome", "PARTIAL", "reason", "One came", "measures[0].outcome", "EXECUTED"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(register.details(reference).measures())
                .extracting(measure -> measure.outcome())
                .containsExactly(MeasureOutcome.EXECUTED, null);
        assertThat(register.details(reference).row().lifecycle()).isEqualTo(Lifecycle.AWAITING_RESPONSE);

        api.post("handler", "/api/requests/" + reference + "/response", "{}");
        assertThat(page(reference)).contains("stays as it is");
        assertThat(assess(
                                reference,
                                Map.of(
                                        "outcome", "COMPLETE",
                                        "measures[1].outcome", "REFUSED",
                                        "measures[1].ground", "SOVEREIGNTY",
                                        "measures[1].reasons", "Essential interests"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(register.details(reference).row().outcome()).isEqualTo(MeasureOutcome.PARTLY_EXECUTED);
        assertThat(register.details(reference).row().lifecycle()).isEqualTo(Lifecycle.CLOSED);
        assertThat(page(reference)).contains("Sovereignty, security").contains("Essential interests");
    }

    @Test
    void asksForGroundAndReasonsOfARefusalAndKeepsWhatWasTyped() {
        String reference = answered();
        HttpResponse<String> refused =
                assess(reference, Map.of("outcome", "COMPLETE", "reason", "Why not", "measures[1].outcome", "REFUSED"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("id=\"assessment-measures[1].ground-error\">This is needed with the outcome")
                .contains("id=\"assessment-measures[1].reasons-error\">This is needed with the outcome")
                .contains("<option value=\"REFUSED\" selected=\"selected\">")
                .contains(">Why not</textarea>");
        HttpResponse<String> nothing =
                assess(reference, Map.of("outcome", "COMPLETE", "measures[0].ground", "IMMUNITY"));
        assertThat(nothing.body()).contains("id=\"assessment-measures[0].outcome-error\">Please fill this in.");
        HttpResponse<String> unknown =
                assess(reference, Map.of("outcome", "COMPLETE", "measures[0].outcome", "VANISHED"));
        assertThat(unknown.body()).contains("id=\"assessment-measures[0].outcome-error\">Please choose one.");
        HttpResponse<String> elsewhere =
                assess(reference, Map.of("outcome", "COMPLETE", "measures[7].outcome", "EXECUTED"));
        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(register.details(reference).row().lifecycle()).isEqualTo(Lifecycle.IN_ASSESSMENT);
        assertThat(register.details(reference).measures())
                .extracting(measure -> measure.outcome())
                .containsOnlyNulls();
    }

    @Test
    void offersTheHandlersWhoMaySeeTheRequest() {
        String other = secrets.user("measurespagehandler", Role.HANDLER).userId();
        String open = secrets.draft("Open", SecretRequests.ORDINARY, "");
        String secret = secrets.draft("Secret", SecretRequests.CONFIDENTIAL, "");
        String choice = "<option value=\"" + other + "\">";
        assertThat(page(open)).contains(choice).doesNotContain("<option value=\"reviewer\">");
        assertThat(page(secret)).doesNotContain(choice);
        HttpResponse<String> forced = command(secret, "assignment", Map.of("handler", other));
        assertThat(forced.statusCode()).isEqualTo(400);
        assertThat(forced.body()).contains("id=\"assignment-handler-error\">This handler may not see the request.");
        assertThat(command(open, "assignment", Map.of("handler", other)).statusCode())
                .isEqualTo(302);
        assertThat(register.details(open).row().handler()).isEqualTo(other);
    }

    private String answered() {
        String reference = api.dispatched();
        api.post("handler", "/api/requests/" + reference + "/response", "{}");
        return reference;
    }

    private String page(String reference) {
        return handler.get("/requests/" + reference).body();
    }

    private HttpResponse<String> assess(String reference, Map<String, String> fields) {
        return command(reference, "assessment", fields);
    }

    private HttpResponse<String> command(String reference, String command, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", WebClient.csrfIn(page(reference)));
        return handler.post("/requests/" + reference + "/" + command, form);
    }
}
