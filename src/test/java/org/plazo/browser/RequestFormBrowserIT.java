package org.plazo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A handler enters a request, is told what is wrong, mends it, edits it and hands it in; all on the pages. */
@BrowserTest
class RequestFormBrowserIT {

    @Test
    void entersEditsAndSubmitsARequest(Visit visit) {
        Page page = visit.preferring("es-CU").logIn("handler");
        visit.open("/requests");
        link(page, "Nueva solicitud").click();
        page.waitForURL("**/requests/new");
        picture(page, "new-es");

        page.selectOption("#kind", "INFORMATION");
        page.selectOption("#requestingAuthority", "MININT");
        page.selectOption("#requestedAuthority", "DOJ");
        page.selectOption("#crimeArea", "DRUGS");
        page.fill("#label", "Formulario de prueba");
        page.fill("#facts", "Primera línea\nSegunda línea");
        page.fill("#measures-0", "Manifiesto");
        page.evaluate("window.stays = true");
        page.click("#measures-more");
        page.waitForSelector("#measures-1");
        waitForFocus(page, "measures-1");
        page.keyboard().type("Historial de precintos");
        page.click("#subjects-more");
        page.waitForSelector("#subjects-0-kind");
        page.selectOption("#subjects-0-kind", "VESSEL");
        assertThat(page.evaluate("window.stays")).isEqualTo(true);
        assertThat(page.inputValue("#facts")).startsWith("Primera");

        button(page, "Guardar como borrador").click();
        Locator summary = page.locator("#errors");
        summary.waitFor();
        assertThat(summary.innerText())
                .contains("No se guardó nada: hay que revisar 2 campos")
                .contains("Base jurídica: Rellene este campo.")
                .contains("Nombre, número o matrícula: Rellene este campo.");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("errors");
        assertThat(page.inputValue("#measures-1")).isEqualTo("Historial de precintos");
        picture(page, "refused-es");
        visit.forgetProblems();
        summary.locator("a[href='#legalBasis']").click();
        page.selectOption("#legalBasis", "MOU_2017");
        page.click("#subjects button[name=less]");
        page.waitForCondition(() -> page.locator("#subjects-0-kind").count() == 0);
        waitForFocus(page, "subjects-more");

        page.focus("#label");
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/new"));
        assertThat(page.locator("[role=status]").innerText()).isEqualTo("Registrada como borrador.");
        assertThat(page.locator(".measures li"))
                .satisfies(rows -> assertThat(rows.count()).isEqualTo(2));

        link(page, "Modificar").click();
        page.waitForURL("**/edit");
        page.fill("#facts", "Otra línea");
        page.fill("#reason", "Se aclaró");
        picture(page, "edit-es");
        button(page, "Guardar los cambios").click();
        page.waitForURL(url -> !url.contains("/edit"));
        page.locator(".tabs a", new Page.LocatorOptions().setHasText("Historial"))
                .click();
        assertThat(page.locator("ol.timeline").innerText())
                .contains("handler cambió «Hechos»")
                .contains("Se aclaró")
                .doesNotContain("cambió «Medidas»");
        page.locator(".tabs a", new Page.LocatorOptions().setHasText("Resumen")).click();
        page.locator("form[action$='/submission'] button").click();
        page.waitForSelector("[role=status]");
        assertThat(page.locator(".heading").innerText()).contains("en revisión");

        link(page, "Modificar").click();
        assertThat(page.locator("#label").getAttribute("name")).as("the paper").isNull();
        picture(page, "edit-fixed-es");
    }

    @Test
    void staysReadableOnATelephone(Visit visit) {
        Page page = visit.logIn("handler");
        page.setViewportSize(390, 844);
        for (String path : new String[] {"/requests/new", reference(visit) + "/edit", reference(visit)}) {
            visit.open(path);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as(path)
                    .isEqualTo(true);
        }
    }

    private static void waitForFocus(Page page, String id) {
        page.waitForFunction("id => document.activeElement.id === id", id);
    }

    private static String reference(Visit visit) {
        visit.open("/requests?lifecycle=AWAITING_RESPONSE");
        return visit.page().locator("table.list a.reference").first().getAttribute("href");
    }

    private static Locator link(Page page, String words) {
        return page.locator("a.button", new Page.LocatorOptions().setHasText(words));
    }

    private static Locator button(Page page, String words) {
        return page.locator(".actions button", new Page.LocatorOptions().setHasText(words));
    }

    private static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions()
                .setPath(Path.of("target", "browser", "form-" + name + ".png"))
                .setFullPage(true));
    }
}
