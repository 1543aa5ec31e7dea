package org.plazo.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Hands each test a {@link Visit} in one shared Chromium and checks afterwards that the visit went quietly. */
class InChromium implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(InChromium.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (executable().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is there");
        }
        return required()
                ? ConditionEvaluationResult.enabled("Chromium is missing but required: the test will fail")
                : ConditionEvaluationResult.disabled("Chromium is not installed");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visit.class;
    }

    @Override
    public Visit resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Chromium chromium = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Chromium.class, type -> Chromium.start(), Chromium.class);
        String port = SpringExtension.getApplicationContext(context)
                .getEnvironment()
                .getRequiredProperty("local.server.port");
        Visit visit = new Visit(chromium.browser(), "http://localhost:" + port);
        context.getStore(NAMESPACE).put(parameter.getIndex(), visit);
        return visit;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        String name = context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName();
        boolean failed = context.getExecutionException().isPresent();
        for (int index = 0; index < context.getRequiredTestMethod().getParameterCount(); index++) {
            Visit visit = context.getStore(NAMESPACE).get(index, Visit.class);
            if (visit != null) {
                visit.end(Path.of("target", "browser", name + "-" + index), failed);
            }
        }
    }

    private static boolean required() {
        return "true".equals(System.getenv("PLAZO_BROWSER_REQUIRED")) || Boolean.getBoolean("plazo.browser.required");
    }

    private static Optional<Path> executable() {
        return Stream.of(
                        System.getProperty("plazo.browser.executable", ""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private record Chromium(Playwright playwright, Browser browser) implements CloseableResource {

        static Chromium start() {
            Path executable =
                    executable().orElseThrow(() -> new IllegalStateException("Chromium is required but not installed"));
            Playwright playwright =
                    Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            return new Chromium(playwright, browser);
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
