package org.plazo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A person adds a document, downloads it and takes it out of view, in both languages. */
@BrowserTest
class DocumentsBrowserIT {

    @Test
    void addsDownloadsAndWithdrawsADocument(Visit visit) {
        Page page = visit.logIn("handler");
        visit.open("/requests?lang=es");
        String request = page.locator("table.list a.reference").first().getAttribute("href");
        visit.open(request + "/documents");
        picture(page, "none-es");

        upload(page, "CON.txt", "hola");
        assertThat(page.locator("#document-file-error").innerText()).contains("Algunos sistemas");
        picture(page, "refused-es");
        visit.forgetProblems();

        upload(page, "Acta de entrega.txt", "Se entregó copia certificada.");
        assertThat(page.locator("[role=status]").innerText()).contains("Se añadió «Acta de entrega.txt»");
        picture(page, "added-es");
        Download download =
                page.waitForDownload(() -> page.locator("table.list a").first().click());
        assertThat(download.suggestedFilename()).isEqualTo("Acta de entrega.txt");

        page.setViewportSize(420, 900);
        visit.open(request + "?tab=documents");
        page.locator(".documents table.list").waitFor();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("nothing sticks out of the page on a telephone")
                .isEqualTo(true);
        page.setViewportSize(1280, 900);

        visit.open(request + "/documents?lang=en");
        picture(page, "added-en");
        Locator row = page.locator("table.list tbody tr").first();
        row.locator("summary").click();
        row.locator("textarea").fill("Wrong version");
        row.locator("button").click();
        assertThat(page.locator("[role=status]").innerText()).contains("was withdrawn");
        page.locator("details summary").first().click();
        picture(page, "withdrawn-en");
    }

    private static void upload(Page page, String name, String content) {
        Locator form = page.locator("form[enctype]");
        if (!form.isVisible()) {
            page.locator("details:has(form[enctype]) > summary").click();
        }
        page.locator("#document-file")
                .setInputFiles(new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
        form.locator("button").click();
        page.waitForLoadState();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions()
                .setPath(Path.of("target", "browser", "documents-" + name + ".png"))
                .setFullPage(true));
    }
}
