package org.plazo.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Makes the pictures of README.md again: {@code mvn verify -Pscreenshots}. */
@BrowserTest
@Tag("screenshots")
class ScreenshotsBrowserIT {

    private static final Path IMAGES = Path.of("src", "docs", "images");

    @Test
    void takesThePicturesOfTheReadme(Visit managers, Visit handlers) {
        Page page = managers.logIn("manager");
        waitForTheFirstMails(managers);

        managers.open("/requests?size=25");
        page.screenshot(to("register"));

        managers.open("/requests?timeliness=LONG_OVERDUE&lifecycle=AWAITING_RESPONSE");
        page.locator("table.list tbody th a").first().click();
        page.waitForURL("**/requests/*");
        String request = page.url();
        page.screenshot(to("request"));
        page.navigate(request + "?tab=process");
        page.waitForSelector("[data-drawn=true]");
        page.locator("[aria-labelledby=diagram-title]")
                .screenshot(new Locator.ScreenshotOptions().setPath(IMAGES.resolve("diagram.png")));

        managers.open("/notifications");
        page.locator("a[href*='/mails/']").first().click();
        page.locator("iframe")
                .first()
                .contentFrame()
                .locator("table, h1")
                .first()
                .waitFor();
        page.locator("iframe").first().screenshot(new Locator.ScreenshotOptions().setPath(IMAGES.resolve("mail.png")));

        Tasklist tasklist = Tasklist.of(handlers.preferring("es-CU"), "handler");
        tasklist.openFirstTask("Vencidas");
        tasklist.page().mouse().move(900, 800);
        tasklist.page().waitForTimeout(1000);
        tasklist.page().screenshot(to("tasklist"));
    }

    /** The pages on which a request is entered, edited and read, in both languages. */
    @Test
    void takesTheRequestsPagesInBothLanguages(Visit visit) {
        Page page = visit.logIn("handler");
        visit.open("/requests?lifecycle=IN_ASSESSMENT");
        String request = page.locator("table.list tbody th a").first().getAttribute("href");
        for (String language : List.of("es", "en")) {
            visit.open("/requests/new?lang=" + language);
            page.screenshot(to("new-request-" + language));
            visit.open(request + "/edit");
            page.screenshot(to("edit-request-" + language));
            visit.open(request);
            page.selectOption("[name='measures[0].outcome']", "REFUSED");
            page.screenshot(to("assess-" + language));
            for (String tab : List.of("deadlines", "timeline")) {
                visit.open(request + "?tab=" + tab);
                page.screenshot(to(tab + "-" + language));
            }
        }
    }

    /** What the other side asks of us: its process while two measures are executed, and the form for one, in both languages. */
    @Test
    void takesARequestOfTheOtherSideInBothLanguages(Visit handlers, Visit spanish, Visit english) {
        Tasklist handler = Tasklist.of(handlers, "handler");
        String reference = IncomingBrowserIT.received(handler, handlers, "Datos de abonado");
        handler.openTask("My tasks", "Register the request", reference);
        handler.complete();
        handler.openTask("My tasks", "Decide on admissibility", reference);
        handler.mark("Decision", "Admissible");
        handler.complete();
        handler.openTask("My tasks", "Assign to an agency", reference);
        handler.choose("Executing agency", "General Customs");
        handler.complete();
        takesTheProcess(Tasklist.of(spanish.preferring("es-CU"), "agency"), spanish, reference, "es");
        takesTheProcess(Tasklist.of(english, "agency"), english, reference, "en");
    }

    private static void takesTheProcess(Tasklist agency, Visit visit, String reference, String language) {
        if (language.equals("es")) {
            agency.showTask("Mis grupos", "Ejecutar medida 2", reference);
        } else {
            agency.showTask("My groups", "Execute measure 2", reference);
        }
        agency.page().mouse().move(900, 800);
        agency.page().waitForTimeout(1000);
        agency.page().screenshot(to("execute-measure-" + language));
        Page page = visit.open("/requests/" + reference + "?tab=process");
        page.setViewportSize(1600, 900);
        page.reload();
        page.waitForSelector("[data-drawn=true]");
        page.locator("[aria-labelledby=diagram-title]")
                .screenshot(new Locator.ScreenshotOptions()
                        .setPath(IMAGES.resolve("incoming-diagram-" + language + ".png")));
    }

    /** The pages on which many requests are changed or imported, in both languages. */
    @Test
    void takesThePagesForManyRequestsInBothLanguages(Visit managers, Visit handlers) {
        Page page = managers.logIn("manager");
        Page importing = handlers.logIn("handler");
        for (String language : List.of("es", "en")) {
            managers.open("/requests?size=25&lang=" + language);
            page.check("#mark-all");
            page.click("#change-marked");
            page.locator("form:has(input[value=closure]) textarea[name=reason]").waitFor(attached());
            page.locator("details:has(input[value=closure]) summary").click();
            page.selectOption("form:has(input[value=closure]) select[name=outcome]", "LAPSED");
            page.fill("form:has(input[value=closure]) textarea[name=reason]", "Sin respuesta · No answer");
            page.click("form:has(input[value=closure]) button");
            page.locator("[aria-labelledby=report-title]").waitFor();
            page.screenshot(to("bulk-" + language));

            handlers.open("/imports?lang=" + language);
            importing.setInputFiles(
                    "#file",
                    new FilePayload("registro-2026.csv", "text/csv", badFile().getBytes(StandardCharsets.UTF_8)));
            importing.click("main form button");
            importing.locator("#problems-title").waitFor();
            importing.screenshot(to("import-" + language));
            handlers.open("/imports");
            importing.screenshot(to("imports-" + language));
        }
    }

    /** What is pending, and the pages of auditors and integrators, in both languages. */
    @Test
    void takesTheOverviewsInBothLanguages(Visit managers, Visit auditors) {
        Page manager = managers.logIn("manager");
        Page auditor = auditors.logIn("auditor");
        waitForTheFirstMails(managers);
        for (String language : List.of("es", "en")) {
            managers.open("/?lang=" + language);
            manager.screenshot(to("start-" + language).setFullPage(true));
            managers.open("/requests?timeliness=OVERDUE");
            manager.screenshot(to("list-" + language));
            managers.open("/notifications");
            manager.screenshot(to("notifications-" + language));
            managers.open("/openapi");
            manager.locator(".opblock").first().waitFor();
            manager.screenshot(to("openapi-" + language));
            auditors.open("/ledger?lang=" + language);
            auditor.screenshot(to("ledger-" + language));
            auditors.open("/exports");
            auditor.screenshot(to("exports-" + language));
        }
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private static String badFile() {
        return """
                externalId;kind;requestingAuthority;requestedAuthority;legalBasis;crimeArea;label;measures;lifecycle;dispatchedAt;closedAt
                A-1;INFORMATION;AGR;DHS;MOU_2017;SMUGGLING;Consulta ficticia 1;Registro|Copia;AWAITING_RESPONSE;2026-01-05;
                A-2;INFORMATION;AGR;DHS;MOU_2017;PIRACY;Consulta ficticia 2;Registro;CLOSED;2026-01-05;
                A-2;INFORMATION;AGR;DHS;MOU_2017;DRUGS;Consulta ficticia 3;;DRAFT;;
                A-3;INFORMATION;AGR;DHS
                """;
    }

    private static void waitForTheFirstMails(Visit visit) {
        Page page = visit.open("/notifications");
        for (int look = 0; look < 60 && page.locator("a[href*='/mails/']").count() == 0; look++) {
            page.waitForTimeout(1000);
            page.reload();
        }
    }

    private static ScreenshotOptions to(String name) {
        return new ScreenshotOptions().setPath(IMAGES.resolve(name + ".png"));
    }
}
