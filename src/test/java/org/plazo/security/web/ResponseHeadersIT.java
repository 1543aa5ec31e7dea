package org.plazo.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plazo.security.web.WebClient.basic;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plazo.support.PlazoIT;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlazoIT
class ResponseHeadersIT {

    @LocalServerPort
    private int port;

    @Test
    void protectsPagesApiAndErrors() {
        var client = WebClient.anonymous(port);
        for (String path : List.of("/login", "/api/requests", "/css/plazo.css", "/api/calendars/cu/closures")) {
            var headers = client.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                    .doesNotContain("script-src 'self' 'unsafe-inline'", "unsafe-eval");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        }
    }

    @Test
    void protectsTheWebapps() {
        var headers = WebClient.loggedIn(port, "handler")
                .get("/camunda/app/tasklist/default/")
                .headers();
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors 'none'", "nonce-");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
    }

    @Test
    void keepsTheSessionCookieFromScriptsAndOtherSites() {
        String cookie = WebClient.anonymous(port).get("/login").headers().allValues("Set-Cookie").stream()
                .filter(value -> value.startsWith("JSESSIONID"))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly").containsOnlyOnce("SameSite=Lax");
    }

    @Test
    void servesNeitherADatabaseConsoleNorTheInsidesOfLibraries() {
        var browser = WebClient.loggedIn(port, "auditor");
        assertThat(browser.get("/h2-console").statusCode()).isIn(403, 404);
        assertThat(browser.get("/h2-console/").statusCode()).isIn(403, 404);
        assertThat(browser.get("/webjars/camunda/app/tasklist/index.html").statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/camunda-welcome/index.html").statusCode()).isEqualTo(403);
    }

    @Test
    void tellsTheHealthToEverybodyAndItsDetailsToAdministrators() {
        var client = WebClient.anonymous(port);
        assertThat(client.get("/actuator/health").body()).contains("status").doesNotContain("components");
        assertThat(client.get("/actuator/health", basic("handler", "handler")).body())
                .doesNotContain("components");
        assertThat(client.get("/actuator/health", basic("admin", "admin")).body())
                .contains("components");
        for (String path : List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/health/db")) {
            assertThat(client.get(path, basic("admin", "admin")).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        String large = "{\"start\":\"" + "1".repeat(11 * 1024 * 1024) + "\"}";
        assertThat(WebClient.anonymous(port)
                        .postJson("/api/deadlines/explain", large)
                        .statusCode())
                .isEqualTo(413);
    }
}
