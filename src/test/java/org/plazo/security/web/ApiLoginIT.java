package org.plazo.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plazo.security.web.WebClient.basic;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.plazo.support.PlazoIT;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlazoIT
class ApiLoginIT {

    private static final String CLOSURES = "/api/calendars/cu/closures?from=2026-01-01&to=2026-01-31";
    private static final String EXPLAIN = "/api/deadlines/explain";
    private static final String QUESTION = "{\"start\":\"2026-03-06\",\"amount\":1,\"unit\":\"CALENDAR_DAYS\"}";
    private static final String COMMAND = "/api/requests/none/submission";

    @LocalServerPort
    private int port;

    @Test
    void acceptsBasicAndTheSessionOfThePages() {
        assertPasses(WebClient.anonymous(port).get("/api/requests", basic("auditor", "auditor")));
        assertPasses(WebClient.loggedIn(port, "auditor").get("/api/requests"));
    }

    @Test
    void beginsNoSessionForBasic() {
        var client = WebClient.anonymous(port);
        client.get("/api/requests", basic("auditor", "auditor"));
        assertThat(client.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void refusesAWrongPasswordAlsoInsideASession() {
        var client = WebClient.loggedIn(port, "auditor");
        assertThat(client.get("/api/requests", basic("nobody", "wrong")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void needsNoTokenWithBasic() {
        assertPasses(WebClient.anonymous(port).postJson(COMMAND, "{}", basic("handler", "handler")));
    }

    @Test
    void needsTheTokenOfTheSessionWithoutBasic() {
        var client = WebClient.loggedIn(port, "handler");
        var refused = client.postJson(COMMAND, "{}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("CSRF");
        String token = WebClient.csrfIn(client.get("/password").body());
        assertPasses(client.postJson(COMMAND, "{}", "X-CSRF-TOKEN", token));
    }

    @Test
    void needsATokenWhenAnotherSiteMakesTheBrowserSendRememberedCredentials() {
        var response = WebClient.anonymous(port)
                .postJson(COMMAND, "{}", basic("handler", "handler", "Sec-Fetch-Site", "cross-site"));
        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void asksForALoginBeforeItAsksForAToken() {
        var response = WebClient.anonymous(port).postJson(COMMAND, "{}");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void letsAnybodyCalculateWithoutLoginTokenOrSession() {
        for (String[] headers : new String[][] {{}, basic("nobody", "wrong"), {"Authorization", "Bearer nonsense"}}) {
            var client = WebClient.anonymous(port);
            assertPasses(client.get(CLOSURES, headers));
            assertPasses(client.postJson(EXPLAIN, QUESTION, headers));
            assertThat(client.cookie("JSESSIONID")).isEmpty();
        }
    }

    @Test
    void opensNothingElseBesideTheCalculations() {
        var client = WebClient.anonymous(port);
        assertThat(client.postJson(CLOSURES, "{}").statusCode()).isEqualTo(401);
        assertThat(client.get(EXPLAIN).statusCode()).isEqualTo(401);
        assertThat(client.get("/api/calendars/cu/closures/more").statusCode()).isEqualTo(401);
        assertThat(client.get("/api/calendars").statusCode()).isEqualTo(401);
    }

    private static void assertPasses(HttpResponse<String> response) {
        assertThat(response.statusCode())
                .as(response.toString() + response.body())
                .isNotIn(401, 403);
    }
}
