package org.plazo.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** Makes the pictures of changed calendars and time limits that wait: {@code mvn verify -Pscreenshots}. */
@BrowserTest
@Tag("screenshots")
@ContextConfiguration(initializers = PlazoIT.OwnConfiguration.class)
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:plazo-rules;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
class RulesBrowserIT {

    private static final Path IMAGES = Path.of("src", "docs", "images");

    @Value("${plazo.config-dir}")
    private Path config;

    @Value("${plazo.processes-dir}")
    private Path processes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void takesThePagesWithAChangeThatWaits(Visit visit) throws IOException {
        Page page = visit.logIn("admin");
        edit(
                config.resolve("calendars/us.yaml"),
                "\nclosures:\n",
                "\nclosures:\n  - {date: " + aDueDay() + ", reason: {es: Duelo nacional, en: Day of mourning}}\n");
        edit(
                processes.resolve("time-limits.dmn"),
                "(<outputEntry id=\"response-routine-amount\">\\s*<text>)90",
                "$160");
        for (String language : List.of("es", "en")) {
            visit.open("/calendars?lang=" + language);
            page.screenshot(to("calendars-" + language).setFullPage(true));
            visit.open("/policies");
            page.screenshot(to("policies-" + language));
        }
    }

    /** A day to come on which something is due. */
    private LocalDate aDueDay() {
        return jdbc.sql("select min(due_on) from deadline where state = 'RUNNING' and due_on > ?")
                .param(LocalDate.now(clock))
                .query(LocalDate.class)
                .single();
    }

    private static void edit(Path file, String from, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replaceFirst(from, to));
    }

    private static ScreenshotOptions to(String name) {
        return new ScreenshotOptions().setPath(IMAGES.resolve(name + ".png"));
    }
}
