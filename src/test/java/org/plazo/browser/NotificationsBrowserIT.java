package org.plazo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** From the list of notifications to a mail, whose HTML is shown in a frame that it cannot leave. */
@BrowserTest
class NotificationsBrowserIT {

    @Test
    void leadsFromTheListToTheMailInItsFrame(Visit visit) {
        Page page = visit.logIn("manager");
        Locator sent = page.locator("table.list a[href*='/notifications/mails/']");
        for (int attempt = 0; attempt < 60; attempt++) {
            visit.open("/notifications?state=MAILED&size=25");
            if (sent.count() > 0) {
                break;
            }
            page.waitForTimeout(1_000);
        }
        assertThat(sent.count()).isPositive();
        picture(page, "notifications");

        sent.first().click();
        page.waitForURL("**/notifications/mails/*");
        Locator heading = page.frameLocator("iframe").locator("h1");
        assertThat(heading.innerText()).isNotBlank();
        assertThat(heading.evaluate("h => getComputedStyle(h).fontSize")).isEqualTo("21px");
        picture(page, "mail");

        page.frameLocator("iframe").locator("a").first().click();
        assertThat(visit.path()).startsWith("/notifications/mails/");
        visit.forgetProblems();
    }

    @Test
    void tellsOnARequestsPageWhoWasTold(Visit visit) {
        Page page = visit.logIn("manager");
        visit.open("/notifications?size=200");
        page.locator("table.list a.reference").first().click();
        page.waitForURL("**/requests/*");
        page.navigate(page.url() + "?tab=notifications");
        page.locator("section[aria-labelledby=notifications-title] ol.timeline").waitFor();
        picture(page, "request");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions()
                .setPath(Path.of("target", "browser", "notification-" + name + ".png"))
                .setFullPage(true));
    }
}
