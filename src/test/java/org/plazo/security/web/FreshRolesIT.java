package org.plazo.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Users of its own, because it takes roles away and locks people out. */
@PlazoIT
class FreshRolesIT {

    private static final String USER = "fresh";
    private static final String PASSWORD = "Roles-4-everybody";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void makeUser() {
        User user = identityService.newUser(USER);
        user.setPassword(PASSWORD);
        identityService.saveUser(user);
    }

    @AfterEach
    void deleteUser() {
        clock.reset();
        identityService.deleteUser(USER);
    }

    @Test
    void givesAndTakesRolesFromTheNextRequestOn() {
        var browser = WebClient.anonymous(port);
        browser.login(USER, PASSWORD);
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(403);
        assertThat(browser.get("/api/requests").statusCode()).isEqualTo(403);

        identityService.createMembership(USER, "handler");
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(browser.webapp("GET", "/camunda/api/engine/engine/default/filter?maxResults=100", null)
                        .body())
                .contains("My tasks");

        identityService.deleteMembership(USER, "handler");
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(403);
        assertThat(browser.get("/camunda/api/engine/engine/default/filter").statusCode())
                .isEqualTo(403);
    }

    @Test
    void endsTheSessionOfADeletedUser() {
        identityService.createMembership(USER, "handler");
        var browser = WebClient.anonymous(port);
        browser.login(USER, PASSWORD);
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(200);
        identityService.deleteUser(USER);
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(302);
        assertThat(browser.get("/camunda/api/engine/engine/default/filter").statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesEvenTheRightPasswordForSomeSecondsAfterAWrongOne() {
        identityService.createMembership(USER, "handler");
        clock.set(clock.instant());
        assertThat(login("wrong")).contains("error");
        clock.advance(Duration.ofSeconds(2));
        assertThat(login(PASSWORD)).contains("error");
        clock.advance(Duration.ofSeconds(10));
        assertThat(login(PASSWORD)).doesNotContain("error");
    }

    @Test
    void neverLocksAPersonOutForGood() {
        identityService.createMembership(USER, "handler");
        clock.set(clock.instant());
        for (int attempt = 0; attempt < 12; attempt++) {
            assertThat(login("wrong")).contains("error");
            clock.advance(Duration.ofSeconds(61));
        }
        assertThat(login(PASSWORD)).doesNotContain("error");
    }

    private String login(String password) {
        return WebClient.anonymous(port)
                .login(USER, password)
                .headers()
                .firstValue("Location")
                .orElse("error");
    }
}
