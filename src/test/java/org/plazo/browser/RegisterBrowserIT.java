package org.plazo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;

@BrowserTest
class RegisterBrowserIT {

    @Test
    void leadsFromTheStartToWhatIsOverdue(Visit visit) {
        Page page = visit.logIn("manager");
        Locator overdue = page.locator("table.chart tr")
                .filter(new Locator.FilterOptions().setHas(page.locator("a[href*='LONG_OVERDUE']")));
        long expected = Long.parseLong(overdue.locator(".number").innerText());
        assertThat(expected).isPositive();
        overdue.locator("svg").click(new Locator.ClickOptions().setForce(true));
        page.waitForURL("**/requests?open=true&timeliness=LONG_OVERDUE**");
        assertThat(page.locator("table.list tbody tr").count()).isEqualTo((int) expected);
        assertThat(page.locator("table.list tbody .timeliness").allInnerTexts()).containsOnly("long overdue");
    }

    @Test
    void filtersWithoutLoadingThePageAgain(Visit visit) {
        visit.logIn("manager");
        Page page = visit.open("/requests");
        page.evaluate("window.stays = true");
        int all = page.locator("table.list tbody tr").count();
        page.locator("details.further summary").click();
        page.selectOption("#lifecycle", "CLOSED");
        page.waitForURL("**lifecycle=CLOSED**");
        page.waitForCondition(() -> page.locator("table.list tbody tr").count() < all);
        assertThat(page.evaluate("window.stays")).isEqualTo(true);
        assertThat(page.locator("[role=status]").innerText()).containsPattern("\\d+ requests?");

        page.selectOption("#authority", "DOJ");
        page.waitForURL("**authority=DOJ**");
        page.goBack();
        page.waitForURL(url -> !url.contains("authority=DOJ"));
        page.waitForSelector("table.list");
        assertThat(page.inputValue("#lifecycle")).isEqualTo("CLOSED");
    }

    @Test
    void showsARequestWithItsExplainedDatesAndItsDiagram(Visit visit) {
        visit.logIn("manager");
        Page page = visit.open("/requests?timeliness=LONG_OVERDUE&lifecycle=AWAITING_RESPONSE");
        page.locator("table.list tbody th a").first().click();

        page.evaluate("window.stays = true");
        page.locator(".tabs a", new Page.LocatorOptions().setHasText("Deadlines"))
                .click();
        page.waitForURL("**tab=deadlines");
        Locator steps = page.locator(".deadline details").last();
        steps.locator("summary").click();
        assertThat(steps.locator("tbody tr").count()).isGreaterThan(1);
        page.locator(".tabs a", new Page.LocatorOptions().setHasText("What happened"))
                .click();
        assertThat(page.locator("ol.timeline li").first().isVisible()).isTrue();
        assertThat(page.locator("#overview").isVisible()).isFalse();
        page.goBack();
        assertThat(page.locator(".deadline").first().isVisible()).isTrue();
        assertThat(page.evaluate("window.stays")).isEqualTo(true);

        page.navigate(page.url().replace("tab=deadlines", "tab=process"));
        page.waitForSelector("[data-drawn=true]");
        assertThat(page.locator(".diagram .current").count()).isPositive();
        assertThat(page.locator(".diagram .bjs-powered-by").isVisible()).isTrue();
        assertThat(page.locator("#diagram-steps strong").first().innerText()).isNotBlank();
    }

    @Test
    void printsEveryPartOfARequest(Visit visit) {
        visit.logIn("manager");
        Page page = visit.open("/requests?lifecycle=AWAITING_RESPONSE");
        page.locator("table.list tbody th a").first().click();
        page.waitForURL("**/requests/*");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String part : new String[] {"facts", "deadlines", "timeline", "documents", "notifications", "diagram"}) {
            assertThat(page.locator("#" + part + "-title").isVisible()).as(part).isTrue();
        }
        assertThat(page.locator(".tabs").isVisible()).isFalse();
    }

    @Test
    void tellsOfAnErrorBesideTheField(Visit visit) {
        visit.logIn("handler");
        Page page = visit.open("/requests?lifecycle=AWAITING_RESPONSE");
        page.locator("table.list tbody th a").first().click();
        Locator form = page.locator("form[action$='/response']");
        page.locator("summary", new Page.LocatorOptions().setHasText("Record response"))
                .click();
        form.locator("input[name=at]").evaluate("field => { field.type = 'text'; field.value = 'yesterday'; }");
        form.getByRole(AriaRole.BUTTON).click();
        Locator field = page.locator("#response-at");
        assertThat(field.getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(page.locator("#response-at-error").innerText()).startsWith("Please give a date and a time");
        assertThat(page.getByRole(AriaRole.ALERT, new GetByRoleOptions()).innerText())
                .contains("Nothing was changed");
        visit.forgetProblems();
    }
}
