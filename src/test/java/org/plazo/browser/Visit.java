package org.plazo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One person's visit in a browser window of his own: no cookies from elsewhere, everything that goes wrong noted. */
final class Visit {

    private final Browser browser;
    private final String address;
    private final List<String> problems = new ArrayList<>();
    private @Nullable BrowserContext context;
    private @Nullable Page page;
    private String language = "en-US";

    Visit(Browser browser, String address) {
        this.browser = browser;
        this.address = address;
    }

    /** What the browser says it prefers, such as {@code es-CU}; before the first page is opened. */
    Visit preferring(String languageTag) {
        language = languageTag;
        return this;
    }

    boolean isSpanish() {
        return language.startsWith("es");
    }

    /** The page, at first an empty one. */
    Page page() {
        if (page == null) {
            context = browser.newContext(
                    new NewContextOptions().setLocale(language).setViewportSize(1280, 900));
            context.setDefaultTimeout(60_000);
            context.onRequest(request -> {
                if (!request.url().startsWith(address)
                        && !request.url().startsWith("data:")
                        && !request.url().startsWith("blob:")) {
                    problems.add("asked another host: " + request.url());
                }
            });
            page = context.newPage();
            page.onConsoleMessage(message -> {
                // the frame of a mail may not run scripts, not even those with which a test looks into it
                if ("error".equals(message.type()) && !message.location().startsWith("about:srcdoc")) {
                    problems.add("console: " + message.text() + " at " + message.location());
                }
            });
            page.onPageError(error -> problems.add("script: " + error));
        }
        return page;
    }

    Page open(String path) {
        page().navigate(address + path);
        return page();
    }

    /** Logs in with the demo's password, which is the user's name; ends on the page that was asked for before, or on the start. */
    Page logIn(String user) {
        open("/login");
        page().fill("input[name=username]", user);
        page().fill("input[name=password]", user);
        page().click("main button[type=submit], main form button");
        page().waitForURL(url -> !url.contains("/login"));
        return page();
    }

    /** The body of an answer, asked for with the visitor's cookies but outside the page. */
    String get(String path) {
        return page().request().get(address + path).text();
    }

    /** The path of the page that is open, with its query. */
    String path() {
        return page().url().substring(address.length());
    }

    /** For a test that provokes an error on purpose: what was noted so far does not count. */
    void forgetProblems() {
        problems.clear();
    }

    void end(Path evidence, boolean failed) throws IOException {
        if (page != null && (failed || !problems.isEmpty())) {
            Files.createDirectories(evidence.getParent());
            page.screenshot(
                    new ScreenshotOptions().setPath(Path.of(evidence + ".png")).setFullPage(true));
            Files.writeString(Path.of(evidence + ".html"), page.content());
        }
        if (context != null) {
            context.close();
        }
        if (!failed) {
            assertThat(problems).as("what the browser complained of").isEmpty();
        }
    }
}
