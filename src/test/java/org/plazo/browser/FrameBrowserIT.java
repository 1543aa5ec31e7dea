package org.plazo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

@BrowserTest
class FrameBrowserIT {

    @Test
    void leadsToTheLoginAndBackOutAgain(Visit visit) {
        visit.open("/requests");
        assertThat(visit.path()).startsWith("/login");

        Page page = visit.logIn("handler");
        assertThat(page.locator("header .user").innerText()).isNotBlank();
        assertThat(page.locator("header nav a[aria-current=page]").innerText()).isEqualTo("Register");

        page.click("header form button");
        page.waitForURL("**/login**");
        assertThat(page.locator("header nav").count()).isZero();
    }

    @Test
    void speaksTheBrowsersLanguageUntilTheReaderChoosesAnother(Visit visit) {
        Page page = visit.preferring("es-CU").logIn("handler");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("es");
        assertThat(page.locator("header nav").innerText()).contains("Registro");

        page.click("header .languages a[hreflang=en]");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(page.locator("header nav").innerText()).contains("Register");

        visit.open("/requests");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void showsTheSkipLinkToTheKeyboard(Visit visit) {
        Page page = visit.logIn("handler");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        page.keyboard().press("Enter");
        assertThat(page.url()).endsWith("#main");
    }

    @Test
    void answersAWrongAddressWithAPage(Visit visit) {
        visit.logIn("handler");
        Page page = visit.open("/no-such-page");
        assertThat(page.locator("main h1").innerText()).isEqualTo("Not found");
        visit.forgetProblems();
    }
}
