package org.plazo.request.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.Urgency;
import org.plazo.security.web.WebClient;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.plazo.workflow.process.RequestWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The turns of the clock on the request's page and in the list. */
@PlazoIT
class ClockPageIT {

    @LocalServerPort
    private int port;

    @Autowired
    private RequestWorld world;

    @Autowired
    private MovableClock clock;

    private WebClient handler;
    private String reference;

    @BeforeEach
    void dispatch() {
        clock.set(Instant.parse("2026-02-02T17:00:00Z"));
        reference = world.dispatched(Urgency.ROUTINE);
        clock.set(Instant.parse("2026-03-02T15:00:00Z"));
        handler = WebClient.loggedIn(port, "handler");
        handler.get("/?lang=en");
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void showsAPausedClockAsPausedAndWhy() {
        assertThat(page()).contains("/pause\"").doesNotContain("/resumption\"");
        assertThat(post("pause", Map.of("category", "TRANSLATION", "reason", "Falta <i>una</i> parte"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(page())
                .contains("The clock is paused.")
                .contains("clock paused since 2 Mar 2026, 10:00 (Being translated): Falta &lt;i&gt;una&lt;/i&gt; parte")
                .contains("Due 4 May 2026, 17:00 and as much later as the pause lasts")
                .contains("/resumption\"")
                .doesNotContain("/pause\"");
        String list = handler.get("/requests?timeliness=PAUSED&size=200").body();
        assertThat(list).contains(reference).contains("timeliness-PAUSED");
        assertThat(handler.get("/requests?timeliness=NO_DEADLINE&size=200").body())
                .doesNotContain(reference);
        assertThat(handler.get("/requests/" + reference + "?lang=es").body())
                .contains("plazo en pausa desde el 2 mar 2026");
        handler.get("/?lang=en");

        clock.set(Instant.parse("2026-03-12T15:00:00Z"));
        assertThat(post("resumption", Map.of()).statusCode()).isEqualTo(302);
        assertThat(page())
                .contains("The clock runs on.")
                .contains("Due 13 May 2026")
                .contains("originally 4 May 2026")
                .contains("2 Mar 2026, 10:00: paused (Being translated)");
    }

    @Test
    void extendsAndKeepsAPromise() {
        assertThat(post("extension", Map.of("basis", "AGREED", "newDate", "2026-05-20"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(page())
                .contains("extended from 4 May 2026 to 20 May 2026 (Agreed)")
                .contains("Due 20 May 2026");
        assertThat(post("promise", Map.of("promisedOn", "2026-03-10")).statusCode())
                .isEqualTo(302);
        assertThat(page()).contains("promised for 10 Mar 2026");
        clock.set(Instant.parse("2026-03-11T15:00:00Z"));
        assertThat(page()).contains("promise broken").contains("promised for 10 Mar 2026, not kept");
        assertThat(handler.get("/requests?timeliness=PROMISE_BROKEN&size=200").body())
                .contains(reference);
    }

    @Test
    void saysBesideTheFieldWhatCannotBe() {
        assertRefused("pause", Map.of("category", "AGREED", "reason", "x", "at", "2026-01-01T10:00"), "at", "before");
        assertRefused("pause", Map.of("reason", "x"), "category", "fill this in");
        assertRefused("extension", Map.of("basis", "AGREED", "newDate", "2026-05-01"), "newDate", "2026-05-04");
        assertRefused("extension", Map.of("basis", "AGREED", "newDate", "2027-05-01"), "newDate", "2026-08-03");
        assertRefused("extension", Map.of("basis", "AGREED", "amount", "many"), "amount", "whole number");
        assertRefused("extension", Map.of("basis", "AGREED", "amount", "3"), "unit", "fill this in");
        assertRefused("promise", Map.of("promisedOn", "2026-02-20"), "promisedOn", "in the past");
        assertThat(post("resumption", Map.of()).statusCode()).isEqualTo(409);
    }

    private void assertRefused(String command, Map<String, String> fields, String field, String words) {
        HttpResponse<String> answer = post(command, fields);
        assertThat(answer.statusCode()).isEqualTo(400);
        String error = "id=\"" + command + "-" + field + "-error\">";
        assertThat(answer.body()).contains(error);
        assertThat(answer.body().split(error)[1].split("<")[0]).contains(words);
    }

    private String page() {
        return handler.get("/requests/" + reference).body();
    }

    private HttpResponse<String> post(String command, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", WebClient.csrfIn(handler.get("/password").body()));
        return handler.post("/requests/" + reference + "/" + command, form);
    }
}
