package org.plazo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is pending, as a person looks at it. */
@BrowserTest
class PendingBrowserIT {

    private static final List<String> PAGES = List.of(
            "/",
            "/?direction=INCOMING",
            "/requests",
            "/requests?age=UP_TO_90&open=true&text=una+palabra+muy+larga+" + "x".repeat(120),
            "/requests?page=4000",
            "/exports");

    @Test
    void fitsNarrowScreensInBothLanguages(Visit visit) {
        Page page = visit.logIn("auditor");
        List<String> tooWide = new ArrayList<>();
        for (String language : List.of("es", "en")) {
            visit.open("/?lang=" + language);
            for (int width : new int[] {390, 320, 1280}) {
                page.setViewportSize(width, 844);
                for (String path : PAGES) {
                    visit.open(path);
                    int over = ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
                    if (over > 0) {
                        tooWide.add(language + " " + width + " " + path + " by " + over);
                    }
                }
            }
        }
        assertThat(tooWide).isEmpty();
    }

    @Test
    void takesFiltersBackAndOrdersColumns(Visit visit) {
        visit.logIn("manager");
        Page page = visit.open("/requests?open=true&timeliness=OVERDUE");
        page.locator(".chips a")
                .filter(new Locator.FilterOptions().setHasText("overdue"))
                .click();
        page.waitForURL(url -> url.endsWith("/requests?open=true"));
        page.locator("th a.sort", new Page.LocatorOptions().setHasText("Reference"))
                .click();
        page.waitForURL("**sort=reference**");
        Locator heading = page.locator("th[aria-sort=ascending]");
        assertThat(heading.innerText()).contains("Reference");
        List<String> references = page.locator("table.list tbody a.reference").allInnerTexts();
        assertThat(references).isSorted();
        page.selectOption("#timeliness", "DUE_SOON");
        page.waitForURL("**timeliness=DUE_SOON**");
        assertThat(page.url()).contains("sort=reference").doesNotContain("direction=");
    }

    @Test
    void downloadsWhatTheListShows(Visit visit) throws IOException {
        visit.logIn("manager");
        Page page = visit.open("/requests?open=true&timeliness=OVERDUE&size=200");
        int shown = page.locator("table.list tbody tr").count();
        Download file = page.waitForDownload(() -> page.locator("a[download]").click());
        assertThat(file.suggestedFilename()).matches("requests-\\d{4}-\\d\\d-\\d\\d\\.csv");
        assertThat(Files.readAllLines(file.path())).hasSize(shown + 1);
    }
}
