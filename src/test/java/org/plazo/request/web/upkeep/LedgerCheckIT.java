package org.plazo.request.web.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plazo.support.SecretRequests.CONFIDENTIAL;
import static org.plazo.support.SecretRequests.ORDINARY;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.web.api.Api;
import org.plazo.security.web.WebClient;
import org.plazo.support.PlazoIT;
import org.plazo.support.SecretRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** Auditors and administrators let the ledger be verified, on the page and by the API. */
@PlazoIT
class LedgerCheckIT {

    private static final String VERIFICATION = "/api/ledger/verification";

    @LocalServerPort
    private int port;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private SecretRequests secrets;

    @Autowired
    private JdbcClient jdbc;

    private Api api;
    private String open;
    private String secret;

    @BeforeEach
    void enterRequests() {
        api = new Api(context);
        open = secrets.draft("Comprobada", ORDINARY, "");
        secret = secrets.draft("Comprobada en secreto", CONFIDENTIAL, "");
    }

    @AfterEach
    void putRight() {
        actors(open, "handler");
        actors(secret, "handler");
    }

    @Test
    void namesWhatDoesNotFitToWhoMayKnow() {
        actors(open, "otro");
        actors(secret, "otro");
        Api.Answer ofAuditor = api.post("auditor", VERIFICATION, "");
        assertThat(ofAuditor.status()).isEqualTo(200);
        assertThat(ofAuditor.body().path("fits").asBoolean()).isFalse();
        assertThat(ofAuditor.body().path("findings").findValuesAsText("reference"))
                .contains(open, secret);
        Api.Answer ofAdmin = api.post("admin", VERIFICATION, "");
        assertThat(ofAdmin.body().path("findings").findValuesAsText("reference"))
                .contains(open)
                .doesNotContain(secret);
        assertThat(ofAdmin.body().path("findings").toString()).contains("\"hidden\":true");
        assertThat(ofAdmin.body().path("entries").asLong())
                .as("counts only what one may know of")
                .isLessThan(ofAuditor.body().path("entries").asLong());

        WebClient auditor = WebClient.loggedIn(port, "auditor");
        assertThat(check(auditor, "es"))
                .contains(open, "La entrada se modificó", "que no concuerdan")
                .doesNotContain("Sellar ahora");
        WebClient admin = WebClient.loggedIn(port, "admin");
        assertThat(check(admin, "en"))
                .contains(open, "a request that you may not know of", "do not fit", "Make a seal now")
                .doesNotContain(secret);
    }

    @Test
    void letsAdministratorsSealAndNobodyElse() {
        Api.Answer made = api.post("admin", "/api/ledger/anchors", "");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("hash")).matches("[0-9a-f]{64}");
        assertThat(api.post("auditor", "/api/ledger/anchors", "").status()).isEqualTo(403);
        assertThat(api.post("handler", VERIFICATION, "").status()).isEqualTo(403);
        assertThat(api.get("auditor", "/api/ledger/anchors")
                        .body()
                        .path(0)
                        .path("hash")
                        .asText())
                .isEqualTo(made.text("hash"));

        WebClient admin = WebClient.loggedIn(port, "admin");
        var redirect = admin.post(
                "/ledger/anchors",
                Map.of("_csrf", WebClient.csrfIn(admin.get("/ledger").body())));
        assertThat(redirect.statusCode()).isEqualTo(302);
        long number = made.body().path("number").asLong() + 1;
        assertThat(admin.get("/ledger?lang=en").body()).contains("Seal " + number + " has been made.");
        Api.Answer report = api.post("auditor", VERIFICATION, "");
        assertThat(report.body().path("findings").toString()).doesNotContain("ANCHOR");
        assertThat(report.body().at("/lastAnchor/number").asLong()).isEqualTo(number);
    }

    private static String check(WebClient browser, String language) {
        String token = WebClient.csrfIn(browser.get("/ledger?lang=" + language).body());
        var page = browser.post("/ledger/verification", Map.of("_csrf", token));
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    private void actors(String reference, String actor) {
        jdbc.sql("""
                        update ledger_event set actor = ? where seq = 1 and request_id =
                          (select id from cooperation_request where reference = ?)""").param(actor).param(reference).update();
    }
}
