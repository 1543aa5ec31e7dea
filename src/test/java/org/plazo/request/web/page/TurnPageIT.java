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

/** The turns of a request on its page, in both languages. */
@PlazoIT
class TurnPageIT {

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
    void leadsToWhatWeOwe() {
        post("deficiency", Map.of("reason", "Falta la firma"));
        String page = page("en");
        assertThat(page)
                .contains("The return is recorded.")
                .contains("clock paused since 2 Mar 2026, 10:00 (Returned as deficient): Falta la firma")
                .contains("Due 16 Mar 2026, 17:00")
                .doesNotContain("/postponement\"")
                .doesNotContain("/deficiency\"");
        assertThat(page.indexOf("/supply\"")).isPositive().isLessThan(page.indexOf("/interim-reply\""));
        assertThat(handler.get("/requests?deadline=SUPPLY&size=200").body())
                .contains(reference)
                .contains("they wait for us");
        assertThat(handler.get("/").body()).contains("the other side waits for us");
        page("es");
        handler.get("/?lang=en");

        post("supply", Map.of("channel", "INTERPOL"));
        assertThat(page("en")).contains("what was missing has left").contains("/deficiency\"");
    }

    @Test
    void saysUntilWhenItIsPostponedAndWhoHasIt() {
        post("postponement", Map.of("ground", "IMMUNITY", "reviewOn", "2026-04-01"));
        assertThat(page("en"))
                .contains("The response is postponed.")
                .contains("(postponed: Immunity or privilege; to be reviewed on 1 Apr 2026)");
        assertThat(page("es")).contains("(aplazada: Inmunidad o privilegio; por revisar el 1 abr 2026)");
        handler.get("/?lang=en");
        post("postponement", Map.of("ground", "IMMUNITY", "reviewOn", "2026-05-01"));
        assertThat(page("en")).contains("to be reviewed on 1 May 2026");
        post("transfer", Map.of("authority", "DHS", "clock", "RESTART", "reason", "Nadie la tuvo"));
        assertThat(page("en"))
                .contains("passed on to Department of Homeland Security; the time counts anew from here: Nadie la tuvo")
                .contains("The transfer is recorded.");
        post("resending", Map.of());
        assertThat(page("en")).contains("The re-sending is recorded.");
        post("resumption", Map.of());
        assertThat(page("en")).contains("The clock runs on.");
        post("information-request", Map.of("reason", "¿Qué contenedor?", "theirReference", "DHS-1"));
        assertThat(page("en")).contains("The question is recorded.").contains("DHS-1");
    }

    /** The time between does not count, so the page says what happened in it. */
    @Test
    void tellsThatAResponseCameAndWasNotEnough() {
        post("response", Map.of("at", "2026-02-20T10:00"));
        assertThat(page("en")).contains("clock stopped on 20 Feb 2026, 10:00").doesNotContain("stopped by a response");
        post("assessment", Map.of("outcome", "INSUFFICIENT", "reason", "Sin sello"));
        assertThat(page("en"))
                .contains("20 Feb 2026, 10:00: stopped by a response")
                .contains("2 Mar 2026, 10:00: runs on, because the response was not enough");
        assertThat(page("es"))
                .contains("20 feb 2026 10:00: detenido por una respuesta")
                .contains("2 mar 2026 10:00: vuelve a correr, porque la respuesta no bastó");
    }

    @Test
    void saysBesideTheFieldWhatCannotBe() {
        assertRefused("deficiency", Map.of(), "fill this in");
        assertRefused("postponement", Map.of("ground", "IMMUNITY"), "fill this in");
        assertRefused("postponement", Map.of("ground", "IMMUNITY", "reviewOn", "2026-03-02"), "must lie after today");
        assertRefused("postponement", Map.of("ground", "RAIN", "reviewOn", "2026-04-01"), "choose one");
        assertRefused("transfer", Map.of("authority", "DOJ"), "is there already");
        assertRefused("transfer", Map.of("authority", "DHS", "clock", "RESTART"), "fill this in");
        assertRefused("transfer", Map.of("authority", "DHS", "at", "2026-01-01T10:00"), "before the clock started");
        assertRefused("resending", Map.of("at", "2026-01-01T10:00"), "before the dispatch");
    }

    private void assertRefused(String command, Map<String, String> fields, String words) {
        HttpResponse<String> answer = send(command, fields);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(words).doesNotContain("??");
    }

    private void post(String command, Map<String, String> fields) {
        assertThat(send(command, fields).statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> send(String command, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", WebClient.csrfIn(handler.get("/password").body()));
        return handler.post("/requests/" + reference + "/" + command, form);
    }

    /** With all its words. */
    private String page(String language) {
        String page =
                handler.get("/requests/" + reference + "?lang=" + language).body();
        assertThat(page).doesNotContain("??");
        return page;
    }
}
