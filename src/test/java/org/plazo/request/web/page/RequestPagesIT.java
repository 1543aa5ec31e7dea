package org.plazo.request.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plazo.request.Lifecycle;
import org.plazo.request.NewRequest;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RequestCommands;
import org.plazo.request.Urgency;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.plazo.security.web.WebClient;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlazoIT
class RequestPagesIT {

    private static final Actor HANDLER = new Actor("handler", Set.of(Role.HANDLER));

    @LocalServerPort
    private int port;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private RegisterQueries register;

    @Test
    void showsARequestInBothLanguages() {
        String reference = commands.create(draft("Consulta <b>de</b> prueba"), HANDLER);
        WebClient auditor = WebClient.loggedIn(port, "auditor");

        String english = auditor.get("/requests/" + reference + "?lang=en").body();
        assertThat(english)
                .contains("Department of Homeland Security")
                .contains("Measures sought")
                .contains("Copia del manifiesto")
                .contains("Consulta &lt;b&gt;de&lt;/b&gt; prueba")
                .contains("America/Havana");
        String spanish = auditor.get("/requests/" + reference + "?lang=es").body();
        assertThat(spanish)
                .contains("<html lang=\"es\">")
                .contains("Departamento de Seguridad Nacional")
                .contains("Medidas solicitadas")
                .contains("handler registró la solicitud el ");
    }

    @Test
    void showsThePartThatIsAskedForAndHoldsAllOfThem() {
        String reference = commands.create(draft("Consulta"), HANDLER);
        WebClient auditor = WebClient.loggedIn(port, "auditor");
        for (String tab : List.of("overview", "deadlines", "timeline", "documents", "notifications", "process")) {
            String page = auditor.get("/requests/" + reference + "?lang=es&tab=" + tab)
                    .body();
            assertThat(page)
                    .contains("data-panel=\"" + tab + "\" class=\"panel current\"")
                    .contains("data-tab=\"" + tab + "\" aria-current=\"page\"")
                    .contains("<h2 id=\"timeline-title\">")
                    .contains("<h2 id=\"measures-title\">");
            assertThat(page.split("panel current")).hasSize(2);
        }
        assertThat(auditor.get("/requests/" + reference + "?tab=attic").body())
                .contains("data-tab=\"overview\" aria-current=\"page\"");
    }

    @Test
    void offersOnlyWhatFitsAndWhatTheReaderMayDo() {
        String reference = commands.create(draft("Consulta"), HANDLER);
        String handlers = WebClient.loggedIn(port, "handler")
                .get("/requests/" + reference)
                .body();
        assertThat(handlers).contains("/submission\"").contains("/withdrawal\"").doesNotContain("/review\"");
        String auditors = WebClient.loggedIn(port, "auditor")
                .get("/requests/" + reference + "?lang=en")
                .body();
        assertThat(auditors).doesNotContain("/submission\"").contains("Others can do this now: Submit.");
    }

    @Test
    void runsACommandAndComesBackToThePage() {
        String reference = commands.create(draft("Consulta"), HANDLER);
        WebClient handler = WebClient.loggedIn(port, "handler");
        HttpResponse<String> answer = post(handler, reference, "submission", Map.of());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(register.details(reference).row().lifecycle()).isEqualTo(Lifecycle.IN_REVIEW);
        assertThat(handler.get("/requests/" + reference + "?lang=en").body()).contains("Submitted for review.");
    }

    @Test
    void putsAnErrorBesideItsFieldAndKeepsWhatWasTyped() {
        String reference = commands.create(draft("Consulta"), HANDLER);
        commands.submit(reference, HANDLER);
        WebClient reviewer = WebClient.loggedIn(port, "reviewer");
        reviewer.get("/?lang=es");
        HttpResponse<String> answer = post(reviewer, reference, "review", Map.of("approved", "false", "reason", " "));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("id=\"review-reason-error\">Rellene este campo.")
                .contains("value=\"false\" required checked=\"checked\"");
        assertThat(register.details(reference).row().lifecycle()).isEqualTo(Lifecycle.IN_REVIEW);
    }

    @Test
    void refusesTimesThatCannotBe() {
        String reference = commands.create(draft("Consulta"), HANDLER);
        commands.submit(reference, HANDLER);
        commands.review(reference, true, null, new Actor("reviewer", Set.of(Role.REVIEWER)));
        WebClient handler = WebClient.loggedIn(port, "handler");
        handler.get("/?lang=en");
        for (Map.Entry<String, String> wrong : Map.of(
                        "yesterday", "Please give a date and a time",
                        "2199-01-01T00:00", "This lies in the future.",
                        "2025-12-01T00:00", "This lies before")
                .entrySet()) {
            HttpResponse<String> answer = post(handler, reference, "dispatch", Map.of("at", wrong.getKey()));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("id=\"dispatch-at-error\">" + wrong.getValue());
        }
    }

    @Test
    void saysWhenARequestHasMovedOn() {
        String reference = commands.create(draft("Consulta"), HANDLER);
        WebClient handler = WebClient.loggedIn(port, "handler");
        handler.get("/?lang=en");
        HttpResponse<String> answer = post(handler, reference, "response", Map.of());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("the request has moved on and is draft now");
    }

    @Test
    void refusesWithAPageWhoMayNot() {
        String reference = commands.create(draft("Consulta"), HANDLER);
        HttpResponse<String> answer = post(WebClient.loggedIn(port, "auditor"), reference, "submission", Map.of());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void answersAnUnknownReferenceWithAPage() {
        HttpResponse<String> answer =
                WebClient.loggedIn(port, "auditor").get("/requests/CU-OUT-1999-0001?lang=es", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("No encontrado").doesNotContain("Exception");
    }

    private HttpResponse<String> post(WebClient client, String reference, String command, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", WebClient.csrfIn(client.get("/requests/" + reference).body()));
        return client.post("/requests/" + reference + "/" + command, form);
    }

    private static NewRequest draft(String label) {
        return new NewRequest(
                "INFORMATION",
                "MININT",
                "DHS",
                "MOU_2017",
                "DRUGS",
                label,
                null,
                null,
                List.of("Registro de un contenedor", "Copia del manifiesto"),
                Urgency.ROUTINE,
                null,
                null,
                LocalDate.of(2026, 1, 5),
                null,
                null,
                null);
    }
}
