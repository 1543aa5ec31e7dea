package org.plazo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the other side asks of us, led through the Tasklist by handler, agency and manager. */
@BrowserTest
class IncomingBrowserIT {

    private static final String MINE = "Mis tareas · My tasks";
    private static final String GROUPS = "Mis grupos · My groups";

    private static final String ACKNOWLEDGE = "Acusar recibo · Acknowledge receipt";
    private static final String DECIDE = "Decidir la admisibilidad · Decide on admissibility";
    private static final String DECISION = "Decisión · Decision";
    private static final String EXECUTE = "Ejecutar medida %1$d · Execute measure %1$d";
    private static final String OUTCOME = "Resultado · Outcome";
    private static final String DRAFT = "Redactar la respuesta · Draft the response";
    private static final String CLEAR = "Autorizar la respuesta · Clear the response";

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "es-CU"})
    void leadsARequestFromReceiptToClosed(String language, Visit first, Visit second, Visit third) {
        Tasklist handler = Tasklist.of(first.preferring(language), "handler");
        String reference = received(handler, first, "Incoming walk " + language);

        handler.openTask(MINE, ACKNOWLEDGE, reference);
        handler.complete();
        handler.openTask(MINE, "Registrar la solicitud · Register the request", reference);
        handler.complete();

        handler.openTask(MINE, DECIDE, reference);
        assertThat(handler.asks("Causa de la denegación · Ground of the refusal"))
                .isFalse();
        handler.mark(DECISION, "Falta información · Information is missing");
        assertThat(handler.asks("A qué autoridad pasa · To which authority it goes"))
                .isFalse();
        handler.fill("Razones, o qué información falta · Reasons, or which information is missing", "La traducción");
        handler.complete();
        handler.openTask(MINE, "Anotar la información · Record the information", reference);
        handler.mark("La información pedida · The information asked for", "No llegó · Has not come");
        assertThat(handler.asks("Qué llegó · What has come")).isFalse();
        handler.fill("Por qué se sigue sin ella · Why we go on without it", "No contestaron");
        handler.complete();
        handler.openTask(MINE, DECIDE, reference);
        handler.mark(DECISION, "Admisible · Admissible");
        handler.complete();

        handler.openTask(MINE, "Asignar a un organismo · Assign to an agency", reference);
        takesTurnsOnItsPage(handler);
        handler.home();
        handler.openTask(MINE, "Asignar a un organismo · Assign to an agency", reference);
        handler.choose("Organismo que cumple · Executing agency", "Aduana General · General Customs");
        handler.complete();

        Tasklist agency = Tasklist.of(second.preferring(language), "agency");
        agency.openTask(GROUPS, EXECUTE.formatted(2), reference);
        assertThat(agency.page().locator(".task-card .fjs-form").innerText())
                .contains(agency.read("Medida 2 · Measure 2"))
                .doesNotContain(" · Measure 2");
        agency.choose(OUTCOME, "Denegada · Refused");
        agency.choose("Causa · Ground", "Inmunidad · Immunity");
        agency.fill("Razones · Reasons", "Un buque del Estado");
        agency.complete();
        agency.openTask(GROUPS, EXECUTE.formatted(1), reference);
        agency.choose(OUTCOME, "Cumplida · Executed");
        agency.complete();

        handler.openTask(MINE, DRAFT, reference);
        handler.complete();
        Tasklist manager = Tasklist.of(third.preferring(language), "manager");
        manager.openTask(GROUPS, CLEAR, reference);
        manager.mark(DECISION, "Devolver · Return");
        manager.fill("Motivo · Reason", "Falta el sello");
        manager.complete();
        handler.openTask(MINE, DRAFT, reference);
        handler.complete();
        manager.openTask(GROUPS, CLEAR, reference);
        manager.mark(DECISION, "Autorizar · Clear");
        manager.complete();
        handler.openTask(MINE, "Enviar la respuesta · Send the response", reference);
        handler.choose("Vía · Channel", "Nota diplomática · Diplomatic note");
        handler.complete();

        Page page = third.open("/requests/" + reference);
        assertThat(page.locator(".heading").innerText()).contains(manager.read("cerrada · closed"));
        assertThat(page.locator("[aria-labelledby=measures-title]").innerText())
                .contains(
                        manager.read("cumplida · executed"),
                        manager.read("denegada · refused"),
                        manager.read("Inmunidad o privilegio · Immunity or privilege"),
                        "Un buque del Estado");
        page.locator(".tabs a[data-tab=timeline]").click();
        assertThat(page.locator("ol.timeline").innerText())
                .contains(
                        manager.read("nuestra respuesta provisional · our interim reply"),
                        manager.read("sin la información pedida · without the information asked for"),
                        "No contestaron",
                        "Se espera el peritaje",
                        "Llegó el peritaje");
    }

    /** From the open form to the request's page by its link: an interim reply, and a pause that ends there too. */
    private static void takesTurnsOnItsPage(Tasklist handler) {
        Locator link = handler.page().locator(".task-card .fjs-form a[href$='#actions']");
        assertThat(link.getAttribute("target")).isNotEqualTo("_blank");
        link.click();
        handler.page().waitForURL("**/requests/*#actions");
        act(handler, "interim-reply", Map.of("note", "Se está ejecutando"));
        unfold(handler, "pause").locator("[name=category]").selectOption("PROCEEDINGS");
        act(handler, "pause", Map.of("reason", "Se espera el peritaje"));
        assertThat(handler.page().locator(".heading").innerText()).contains(handler.read("en pausa · paused"));
        act(handler, "resumption", Map.of("note", "Llegó el peritaje"));
        assertThat(handler.page().locator(".heading").innerText()).doesNotContain(handler.read("en pausa · paused"));
    }

    private static void act(Tasklist handler, String command, Map<String, String> typed) {
        Locator form = unfold(handler, command);
        typed.forEach((field, value) -> form.locator("[name=" + field + "]").fill(value));
        form.locator("button[type=submit]").click();
        handler.page().locator("[role=status]").waitFor();
    }

    private static Locator unfold(Tasklist handler, String command) {
        Locator form = handler.page().locator("form[action$='/" + command + "']");
        if (!form.isVisible()) {
            handler.page()
                    .locator("#actions details")
                    .filter(new Locator.FilterOptions().setHas(form))
                    .locator("summary")
                    .click();
        }
        return form;
    }

    @Test
    void speaksSpanishToWhoReadsIt(Visit visit) {
        Tasklist handler = Tasklist.of(visit.preferring("es-CU"), "handler");
        handler.startProcess("Solicitud entrante");
        assertThat(handler.page().locator(".modal-content .fjs-form").innerText())
                .contains("Solicitud recibida", "Vía por la que llegó")
                .doesNotContain("Request received", " · ");
    }

    /** Enters it with the start form and finds its reference by its label. */
    static String received(Tasklist handler, Visit visit, String label) {
        handler.startProcess("Solicitud entrante · Incoming request");
        handler.choose("Vía por la que llegó · Channel by which it came", "Nota diplomática · Diplomatic note");
        handler.choose("Tipo · Kind", "Pruebas · Evidence");
        handler.choose("Autoridad requirente · Requesting authority", "Departamento de Justicia · Justice");
        handler.choose("Autoridad requerida · Requested authority", "Fiscalía · Attorney");
        handler.choose("Base jurídica · Legal basis", "Organizada · Organized");
        handler.choose("Ámbito delictivo · Crime area", "Ciberdelito · Cybercrime");
        handler.fill("Título breve y neutro · Short neutral label", label);
        handler.fill(
                "Medidas solicitadas, una por línea · Measures sought, one a line", "Subscriber data\nConnection logs");
        handler.confirmStart();
        String list = visit.get("/api/requests?lifecycle=RECEIVED&size=200");
        Matcher found = Pattern.compile("\"reference\":\"([^\"]+)\"[^{}]*\"label\":\"" + label + "\"")
                .matcher(list);
        assertThat(found.find()).as(list).isTrue();
        return found.group(1);
    }
}
