package org.plazo.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlazoIT
class LoginIT {

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identityService;

    /** Other tests log in as him right after this one. */
    @AfterEach
    void forgetTheWrongPassword() {
        identityService.unlockUser("reviewer");
    }

    @Test
    void leadsPeopleWhoAreNotLoggedInToTheLoginAndBack() {
        var browser = WebClient.anonymous(port);
        var refused = browser.get("/camunda/app/tasklist/default/", "Accept", "text/html");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(location(refused)).isEqualTo("/login");

        assertThat(location(browser.login("handler", "handler"))).isEqualTo("/camunda/app/tasklist/default/");
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAWrongPasswordWithoutTellingWhetherTheUserExists() {
        var browser = WebClient.anonymous(port);
        assertThat(location(browser.login("reviewer", "wrong"))).isEqualTo("/login?error");
        assertThat(location(browser.login("nobody", "wrong"))).isEqualTo("/login?error");
    }

    @Test
    void neverSendsPeopleToAnotherSiteAfterTheLogin() {
        var browser = WebClient.anonymous(port);
        String token = WebClient.csrfIn(
                browser.get("/login?continue=https://evil.example/").body());
        var response = browser.post(
                "/login?continue=https://evil.example/&redirect=//evil.example",
                Map.of(
                        "username",
                        "manager",
                        "password",
                        "manager",
                        "_csrf",
                        token,
                        "spring-security-redirect",
                        "//evil.example"));
        assertThat(location(response)).isEqualTo("/");
    }

    @Test
    void givesANewSessionAtTheLogin() {
        var browser = WebClient.anonymous(port);
        browser.get("/login");
        String before = browser.cookie("JSESSIONID");
        browser.login("manager", "manager");
        assertThat(browser.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void asksForATokenAtTheLogin() {
        var response = WebClient.anonymous(port).post("/login", Map.of("username", "head", "password", "head"));
        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void logsOutOfPagesAndWebappsTogether() {
        var browser = WebClient.loggedIn(port, "handler");
        String token = WebClient.csrfIn(browser.get("/password").body());
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(location(browser.post("/logout", Map.of("_csrf", token)))).isEqualTo("/login?logout");
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
        assertThat(browser.get("/camunda/api/engine/engine/default/filter").statusCode())
                .isEqualTo(401);
    }

    @Test
    void logsOutOfWebappsAndPagesTogether() {
        var browser = WebClient.loggedIn(port, "handler");
        var loggedOut = browser.webapp("POST", "/camunda/api/admin/auth/user/default/logout", "{}");
        assertThat(loggedOut.statusCode()).isEqualTo(204);
        assertThat(browser.get("/password", "Accept", "text/html").statusCode()).isEqualTo(302);
    }

    @Test
    void doesNotOpenThePasswordWindowOfTheBrowserForScripts() {
        var browser = WebClient.anonymous(port);
        assertThat(browser.get("/api/requests").headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic "));
        var called = browser.get("/api/requests", "HX-Request", "true");
        assertThat(called.statusCode()).isEqualTo(401);
        assertThat(called.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(called.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    /** Where a response leads to, on this server. */
    private String location(HttpResponse<String> response) {
        String location = response.headers().firstValue("Location").orElse("");
        String self = "http://localhost:" + port;
        return location.startsWith(self) ? location.substring(self.length()) : location;
    }
}
