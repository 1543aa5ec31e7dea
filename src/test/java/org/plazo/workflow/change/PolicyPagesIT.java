package org.plazo.workflow.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plazo.security.web.WebClient.basic;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Urgency;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.plazo.security.web.WebClient;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.plazo.workflow.process.RequestWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A changed table of time limits, seen and decided on over HTTP and on the page. */
@PlazoIT
class PolicyPagesIT {

    private static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN));
    private static final String API = "/api/policies/changes";

    @Value("${plazo.processes-dir}")
    private Path processes;

    @LocalServerPort
    private int port;

    @Autowired
    private RequestWorld world;

    @Autowired
    private PolicyChanges changes;

    @Autowired
    private PolicyFollower follower;

    @Autowired
    private MovableClock clock;

    private String reference = "";

    @BeforeEach
    void changeTheLimitOfUrgentRequests() throws IOException {
        clock.set(Instant.parse("2026-02-02T17:00:00Z"));
        restore();
        reference = world.dispatched(Urgency.URGENT);
        Path file = processes.resolve("time-limits.dmn");
        Files.writeString(
                file,
                Files.readString(file).replaceFirst("(\"response-urgent-amount\">\\s*<text>)3(</text>)", "$15$2"));
    }

    @AfterEach
    void restore() throws IOException {
        Files.copy(
                Path.of("processes", "time-limits.dmn"),
                processes.resolve("time-limits.dmn"),
                StandardCopyOption.REPLACE_EXISTING);
        PolicyChange change = changes.change(0, 1, ADMIN);
        if (change.proposal().isPending() || change.concernsRunning()) {
            changes.apply(change.proposal().hash(), "Prueba", true, ADMIN);
            follower.run(() -> true);
        }
    }

    private String hash() {
        return changes.change(0, 1, ADMIN).proposal().hash();
    }

    private String due() {
        return world.deadline(reference, DeadlineKind.RESPONSE).dueOn().toString();
    }

    @Test
    void isAskedForAndAppliedOverHttp() {
        WebClient api = WebClient.anonymous(port);
        String[] admin = basic("admin", "admin", "Content-Type", "application/json");
        String hash = hash();
        String body = api.send("GET", API + "?size=200", null, admin).body();
        assertThat(body)
                .contains(
                        "\"hash\":\"" + hash + "\"",
                        "\"pending\":true",
                        "\"id\":\"time-limits\",\"state\":\"CHANGED\"",
                        "\"dueOn\":\"2026-02-05\"",
                        "\"newDueOn\":\"2026-02-09\"",
                        "\"days\":4",
                        "\"step\":{\"step\":\"",
                        "\"newStep\":{\"step\":\"");
        String path = API + "/" + hash + "/application";
        assertThat(api.send("GET", API + "?size=201", null, admin).body()).contains("\"field\":\"size\"");
        assertThat(api.send("GET", API + "?page=x", null, admin).body())
                .contains("\"field\":\"page\"", "\"status\":400");
        assertThat(api.send("POST", path, "{\"running\":true}", admin).body())
                .contains("\"field\":\"reason\"", "\"status\":400");
        assertThat(api.send("POST", path, "{\"reason\":\"Acuerdo\"}", admin).body())
                .contains("\"field\":\"running\"", "\"status\":400");
        assertThat(api.send("POST", path, "{\"reason\":\"Acuerdo\",\"running\":\"yes\"}", admin)
                        .body())
                .contains("\"field\":\"running\"", "\"status\":400");
        assertThat(api.send("POST", path, "{\"reason\":\"Acuerdo\",\"all\":true}", admin)
                        .body())
                .contains("\"field\":\"all\"", "\"status\":400");
        assertThat(api.send("POST", path.replace(hash, "0"), "{\"reason\":\"Acuerdo\",\"running\":true}", admin)
                        .body())
                .contains("\"field\":\"hash\"", "\"status\":409");
        String[] handler = basic("handler", "handler", "Content-Type", "application/json");
        assertThat(api.send("POST", path, "{\"reason\":\"Acuerdo\",\"running\":true}", handler)
                        .statusCode())
                .isEqualTo(403);
        assertThat(hash()).isEqualTo(hash);
        assertThat(due()).isEqualTo("2026-02-05");

        HttpResponse<String> applied = api.send("POST", path, "{\"reason\":\"Acuerdo\",\"running\":true}", admin);
        assertThat(applied.statusCode()).isEqualTo(202);
        assertThat(applied.body()).contains("\"running\":true");
        follower.run(() -> true);
        assertThat(due()).isEqualTo("2026-02-09");
        assertThat(api.send(
                                "POST",
                                API + "/" + hash() + "/application",
                                "{\"reason\":\"Acuerdo\",\"running\":false}",
                                admin)
                        .body())
                .contains("\"cause\":\"NOTHING_CHANGED\"", "\"status\":409");
        assertThat(api.send("GET", "/api/requests/" + reference + "/events", null, handler)
                        .body())
                .contains("Reason: Acuerdo", "instead of version", "of the time limits");
    }

    @Test
    void isSeenAndDecidedOnThePage() {
        WebClient admin = WebClient.loggedIn(port, "admin");
        String page = admin.get("/policies", "Accept-Language", "en").body();
        assertThat(page)
                .contains(
                        "A changed table waits",
                        "3 business days",
                        "5 business days",
                        "+4",
                        "For new deadlines only",
                        "For new and running deadlines");
        assertThat(admin.get("/policies", "Accept-Language", "es").body())
                .contains("Hay una tabla modificada que espera", "3 días hábiles", "Solo para plazos nuevos");
        String token = WebClient.csrfIn(page);
        String hash = hash();
        assertThat(post(admin, token, "hash=" + hash + "&reason=&running=true").statusCode())
                .isEqualTo(400);
        HttpResponse<String> changed = post(admin, token, "hash=0&reason=Orden+12&running=true");
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.body()).contains("Orden 12");
        assertThat(post(admin, token, "hash=" + hash + "&reason=Orden+12&running=false")
                        .statusCode())
                .isEqualTo(302);
        assertThat(due()).isEqualTo("2026-02-05");
        String decided = admin.get("/policies", "Accept-Language", "en").body();
        assertThat(decided)
                .contains("Orden 12", "Running deadlines with earlier tables", "Let running deadlines follow");
        assertThat(post(admin, token, "hash=" + hash() + "&reason=Orden+13&running=true")
                        .statusCode())
                .isEqualTo(302);
        assertThat(admin.get("/policies", "Accept-Language", "en").body()).contains("Running deadlines are following");
        follower.run(() -> true);
        assertThat(due()).isEqualTo("2026-02-09");
    }

    private static HttpResponse<String> post(WebClient browser, String token, String form) {
        return browser.send(
                "POST",
                "/policies",
                form,
                "X-CSRF-TOKEN",
                token,
                "Accept",
                "text/html,*/*",
                "Content-Type",
                "application/x-www-form-urlencoded");
    }
}
