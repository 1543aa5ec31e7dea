package org.plazo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Camunda's webapps in the language of whoever sits in front of them, under our name. */
@BrowserTest
class WebappLanguageBrowserIT {

    private static final String APP = "/camunda/app/";

    private static Page opened(Visit visit, String app, String sign) {
        Page page = visit.open(APP + app);
        page.locator(sign).first().waitFor();
        return page;
    }

    private static void assertOurs(Page page, String title) {
        assertThat(page.title()).startsWith("Plazo").contains(title);
        assertThat(page.locator(".navbar-brand").first().innerText()).contains("Plazo");
        assertThat(page.locator(".navbar-brand .brand-logo").first().isVisible())
                .isTrue();
        assertThat(page.locator(".ce-eol-banner:visible").count()).isZero();
    }

    @Test
    void speakSpanishToASpanishBrowser(Visit visit) {
        visit.preferring("es-CU").logIn("admin");

        Page page = opened(visit, "welcome/default/", ".applications a, .webapps a, section h3");
        assertOurs(page, "Bienvenida");
        assertThat(page.locator("body").innerText())
                .contains("Aplicaciones", "Perfil", "Registro")
                .doesNotContain("Applications", "Edit profile");
        shot(page, "welcome-es");

        page = opened(visit, "admin/default/", ".admin-dashboard a, section a, h3");
        assertOurs(page, "Administración");
        assertThat(page.locator("body").innerText())
                .contains("Usuarios", "Grupos", "Autorizaciones")
                .doesNotContain("Create New User", "List of Users");
        shot(page, "admin-es");
        page = opened(visit, "admin/default/#/user-create", "input[type=password]");
        assertThat(page.locator("[ng-view]").innerText()).contains("Contraseña", "Correo electrónico");
        shot(page, "admin-user-es");
        page = opened(visit, "admin/default/#/authorization?resource=6", "table");
        shot(page, "admin-authorization-es");

        Tasklist tasklist = new Tasklist(visit);
        tasklist.home();
        page = tasklist.page();
        page.locator(".task-filters .content h4").first().waitFor();
        assertOurs(page, "Tareas");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("es");
        assertThat(page.locator(".create-task-action:visible").count()).isZero();
    }

    @Test
    void showNoKeysIfTheirWordsComeLate(Visit visit) {
        visit.preferring("es-CU").logIn("handler");
        visit.page().route("**/locales/es.json*", route -> {
            LockSupport.parkNanos(Duration.ofMillis(1_500).toNanos());
            route.resume();
        });
        Page page = opened(visit, "tasklist/default/", ".task-filters .content h4");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator("body").innerText())
                .contains("Fecha límite")
                .doesNotContainPattern("[A-Z]{3,}_[A-Z]{3,}");
        assertThat(page.locator("[placeholder='SEARCH_PLACEHOLDER']").count()).isZero();
    }

    @Test
    void speakEnglishToOthers(Visit visit) {
        visit.preferring("fr-FR").logIn("admin");

        Page page = opened(visit, "welcome/default/", ".applications a, .webapps a, section h3");
        assertOurs(page, "Welcome");
        assertThat(page.locator("body").innerText()).contains("Applications").doesNotContain("Aplicaciones");

        page = opened(visit, "admin/default/", ".admin-dashboard a, section a, h3");
        assertOurs(page, "Admin");
        assertThat(page.locator("body").innerText())
                .contains("Users", "Authorizations")
                .doesNotContain("Usuarios");

        page = opened(visit, "cockpit/default/", ".dashboard, section");
        assertOurs(page, "Cockpit");
        shot(page, "cockpit-en");
    }

    /** What was chosen in the header of our pages holds in the webapps, whatever the browser prefers. */
    @Test
    void followTheChoiceOfTheReader(Visit visit) {
        visit.logIn("handler");
        visit.open("/?lang=es");
        Tasklist tasklist = new Tasklist(visit);
        tasklist.home();
        tasklist.openFirstTask("Vencidas");
        assertThat(tasklist.page().locator(".start-process-action a").innerText())
                .contains("Iniciar proceso");
    }

    @Test
    void showTasksAndFormsInOneLanguage(Visit visit) {
        Tasklist tasklist = Tasklist.of(visit.preferring("es-CU"), "handler");
        Page page = tasklist.page();
        tasklist.openFirstTask("Vencidas");
        assertThat(page.locator(".task-card h2").innerText()).isEqualTo("Dar seguimiento a la solicitud");
        String task = page.locator(".task-card").innerText();
        assertThat(task)
                .contains("Qué ocurrió", "La solicitud completa está en su página.")
                .doesNotContain("What happened");
        shot(page, "task-es");

        tasklist.startProcess("Solicitud saliente");
        Locator form = page.locator(".modal-content .fjs-form");
        assertThat(form.locator("label").allInnerTexts()).noneMatch(label -> label.contains("·"));
        assertThat(form.locator(".fjs-select-placeholder").first().innerText()).isEqualTo("Elegir");
        assertThat(form.locator("input[placeholder=Buscar]").count()).isEqualTo(2);
        shot(page, "start-es");
        tasklist.fill("Fecha del escrito", "mañana");
        tasklist.fill("Título breve y neutro", "x");
        tasklist.fill("Título breve y neutro", "");
        page.getByText("El campo es obligatorio.").first().waitFor();
        assertThat(form.locator(".fjs-form-field-error").allInnerTexts())
                .contains("El campo es obligatorio.", "El valor no tiene la forma esperada.")
                .noneMatch(error -> error.contains("Field"));
        shot(page, "start-refused-es");
    }

    private static void shot(Page page, String name) {
        page.waitForTimeout(700);
        page.screenshot(new ScreenshotOptions().setPath(Path.of("target", "languages", name + ".png")));
    }
}
