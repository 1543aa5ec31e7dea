package org.plazo.request.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.web.api.Api;
import org.plazo.security.Role;
import org.plazo.security.web.WebClient;
import org.plazo.support.PlazoIT;
import org.plazo.support.SecretRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/** Many requests at once, on pages without scripts. */
@PlazoIT
class BulkPageIT {

    private static final String PATH = "/requests/bulk";

    @LocalServerPort
    private int port;

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
    void offersInTheListWhatTheReaderMayDo() {
        api.draft();
        assertThat(WebClient.loggedIn(port, "handler")
                        .get("/requests?lifecycle=DRAFT&lang=en")
                        .body())
                .contains("name=\"reference\" form=\"many\"")
                .contains("/requests/bulk?lifecycle=DRAFT&amp;all=true");
        for (String reader : new String[] {"auditor", "reviewer", "delegate", "admin"}) {
            WebClient client = WebClient.loggedIn(port, reader);
            assertThat(client.get("/requests?lifecycle=DRAFT").body()).doesNotContain("form=\"many\"");
            assertThat(client.get(PATH + "?all=true&lang=en").body())
                    .contains("Your role does not allow you")
                    .doesNotContain("CU-OUT-");
            assertThat(post(client, Map.of("step", "try", "command", "withdrawal"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void takesAllThatAFilterFinds() {
        secrets.user("bulkfilter", Role.HANDLER);
        String given = api.draft();
        String other = api.draft();
        api.post("handler", "/api/requests/" + given + "/assignment", "{\"handler\":\"bulkfilter\"}");
        WebClient manager = WebClient.loggedIn(port, "manager");
        assertThat(manager.get(PATH + "?all=true&handler=bulkfilter&lang=es").body())
                .contains(given, "1 solicitud")
                .doesNotContain(other);
        assertThat(manager.get(PATH + "?lang=es").body()).contains("No hay ninguna solicitud elegida");
        assertThat(manager.get(PATH + "?all=true&lifecycle=SOMETIMES", "Accept", "text/html")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void showsFirstAndDoesThenWhatWasShown() {
        String closable = api.dispatched();
        String draft = api.draft();
        String meanwhile = api.dispatched();
        WebClient manager = WebClient.loggedIn(port, "manager");
        manager.get("/?lang=en");
        String items = closable + " " + draft + " " + meanwhile;
        String tried = post(
                        manager,
                        Map.of(
                                "step",
                                "try",
                                "command",
                                "closure",
                                "items",
                                items,
                                "outcome",
                                "LAPSED",
                                "reason",
                                "No answer <since> 2019"))
                .body();
        assertThat(tried)
                .contains("2 requests can be closed")
                .contains("For one request it is not possible")
                .contains("Not possible at its stage: draft.")
                .contains("No answer &lt;since&gt; 2019")
                .contains("lapsed without reply");
        assertThat(lifecycle(closable)).isEqualTo("AWAITING_RESPONSE");

        api.post("handler", "/api/requests/" + meanwhile + "/interim-reply", "{}");
        String applied = post(
                        manager,
                        Map.of(
                                "step",
                                "apply",
                                "command",
                                "closure",
                                "items",
                                hidden("items", tried),
                                "outcome",
                                "LAPSED",
                                "reason",
                                "No answer since 2019"))
                .body();
        assertThat(applied)
                .contains("One request was closed")
                .contains("It has changed since it was shown here")
                .doesNotContain(draft);
        assertThat(lifecycle(closable)).isEqualTo("CLOSED");
        assertThat(lifecycle(meanwhile)).isEqualTo("AWAITING_RESPONSE");
        assertThat(lifecycle(draft)).isEqualTo("DRAFT");
    }

    @Test
    void putsAnErrorBesideItsFieldAndKeepsWhatWasTyped() {
        String draft = api.draft();
        WebClient handler = WebClient.loggedIn(port, "handler");
        handler.get("/?lang=es");
        HttpResponse<String> answer = post(
                handler, Map.of("step", "try", "command", "assignment", "items", draft, "reason", "Motivo tecleado"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("id=\"assignment-handler-error\"")
                .contains("Motivo tecleado")
                .contains(draft);
        for (Map<String, String> wrong : new Map[] {
            Map.of("step", "try", "command", "review", "items", draft, "reason", "x"),
            Map.of("step", "try", "command", "withdrawal", "items", draft + "@x", "reason", "x"),
            Map.of("step", "apply", "command", "withdrawal", "items", "", "reason", "x"),
            Map.of("step", "apply", "command", "withdrawal", "items", draft + " " + draft, "reason", "x"),
            Map.of("step", "apply", "command", "withdrawal", "items", draft, "reason", " ")
        }) {
            assertThat(post(handler, wrong).statusCode()).as(wrong.toString()).isEqualTo(400);
        }
        assertThat(lifecycle(draft)).isEqualTo("DRAFT");
    }

    @Test
    void saysNothingOfHiddenRequests() {
        String hidden = secrets.draft("Muy secreta", SecretRequests.CONFIDENTIAL, "");
        secrets.user("bulkoutside", Role.HANDLER);
        WebClient outsider = WebClient.loggedIn(port, "bulkoutside");
        outsider.get("/?lang=en");
        assertThat(post(outsider, Map.of("reference", hidden)).body())
                .contains("No request is chosen")
                .doesNotContain("Muy secreta");
        String tried = post(outsider, Map.of("step", "try", "command", "withdrawal", "items", hidden, "reason", "x"))
                .body();
        assertThat(tried)
                .contains("No request can be withdrawn")
                .contains("There is no such request that you may read.")
                .doesNotContain("Muy secreta");
    }

    private HttpResponse<String> post(WebClient client, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", WebClient.csrfIn(client.get("/password").body()));
        return client.post(PATH, form);
    }

    private static String hidden(String name, String page) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private String lifecycle(String reference) {
        return api.get("auditor", "/api/requests/" + reference).text("lifecycle");
    }
}
