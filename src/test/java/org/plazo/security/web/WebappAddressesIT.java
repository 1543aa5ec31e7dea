package org.plazo.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.plazo.support.PlazoIT;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Camunda's webapps and the engine's REST interface below them: who gets which answer. */
@PlazoIT
class WebappAddressesIT {

    private static final String APP = "/camunda/app/";
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    /** Status for nobody, for people with tasks, for delegation and auditors, and for administrators; 0: any success. */
    private record Row(String method, String path, String body, int nobody, int worker, int reader, int admin) {}

    private static final List<Row> ROWS = List.of(
            get(APP + "tasklist/default/", 302, 200, 403, 200),
            get(APP + "cockpit/default/", 302, 403, 403, 200),
            get(APP + "admin/default/", 302, 403, 403, 200),
            get(APP + "admin/default/setup/", 302, 403, 403, 403),
            get(APP + "welcome/default/", 302, 302, 302, 200),
            get("/camunda", 302, 302, 302, 302),
            get("/camunda/", 302, 302, 302, 302),
            get("/camunda/unknown", 302, 403, 403, 403),
            get("/camunda/lib/runtime.js", 302, 200, 403, 200),
            get("/camunda/api/admin/auth/user/default", 401, 200, 403, 200),
            get("/camunda/api/admin/plugin/adminPlugins/static/app/plugin.js", 401, 403, 403, 200),
            get("/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js", 401, 403, 403, 200),
            get("/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js", 401, 200, 403, 200),
            get("/camunda/api/welcome/plugin/welcomePlugins/static/app/plugin.js", 401, 403, 403, 404),
            post("/camunda/api/admin/auth/user/default/login/tasklist", 401, 403, 403, 403),
            // what the Tasklist needs
            get(ENGINE + "/filter?maxResults=10", 401, 200, 403, 200),
            get(ENGINE + "/process-definition?maxResults=10", 401, 200, 403, 200),
            post(ENGINE + "/task?maxResults=10", 401, 200, 403, 200),
            get(ENGINE + "/user?maxResults=10", 401, 200, 403, 200),
            // what nobody but administrators may ask or do
            get(ENGINE + "/process-instance?maxResults=10", 401, 403, 403, 200),
            get(ENGINE + "/variable-instance?maxResults=10", 401, 403, 403, 200),
            get(ENGINE + "/history/variable-instance?maxResults=10", 401, 403, 403, 200),
            get(ENGINE + "/job?maxResults=10", 401, 403, 403, 200),
            get(ENGINE + "/batch?maxResults=10", 401, 403, 403, 200),
            get(ENGINE + "/authorization?maxResults=10", 401, 403, 403, 200),
            get(ENGINE + "/metrics?maxResults=10", 401, 403, 403, 200),
            get(ENGINE + "/schema/log?maxResults=10", 401, 403, 403, 200),
            get(ENGINE + "/deployment?maxResults=10", 401, 403, 403, 200),
            get(ENGINE + "/telemetry/configuration", 401, 403, 403, 200),
            post(ENGINE + "/filter/create", 401, 403, 403, 400),
            post(ENGINE + "/message", 401, 403, 403, 400),
            post(ENGINE + "/signal", 401, 403, 403, 400),
            post(ENGINE + "/user/create", 401, 403, 403, 0),
            post(ENGINE + "/identity/verify", 401, 403, 403, 400),
            post(ENGINE + "/authorization/create", 401, 403, 403, 0),
            post(ENGINE + "/migration/generate", 401, 403, 403, 400),
            post(ENGINE + "/external-task/fetchAndLock", 401, 403, 403, 0),
            post(ENGINE + "/process-definition/key/outgoing-request/start", 401, 403, 403, 0),
            post(ENGINE + "/task/x/comment/create", 401, 403, 403, 0),
            post(ENGINE + "/task/create", 401, 403, 403, 0),
            // diagrams come in by the product's own path
            post(ENGINE + "/deployment/create", 401, 403, 403, 403),
            post(ENGINE + "/deployment/x/redeploy", 401, 403, 403, 403));

    @LocalServerPort
    private int port;

    @TestFactory
    Stream<DynamicTest> answersEachRoleAsItShould() {
        Map<String, WebClient> browsers = new HashMap<>();
        Stream.of("handler", "reviewer", "manager", "head", "delegate", "auditor", "admin")
                .forEach(user -> browsers.put(user, WebClient.loggedIn(port, user)));
        return ROWS.stream().flatMap(row -> {
            Stream<DynamicTest> nobody = Stream.of(DynamicTest.dynamicTest(
                    "nobody " + row.method() + " " + row.path(), () -> assertThat(WebClient.anonymous(port)
                                    .send(row.method(), row.path(), row.body(), "Content-Type", "application/json")
                                    .statusCode())
                            .isEqualTo(row.nobody())));
            Stream<DynamicTest> roles = browsers.entrySet().stream()
                    .map(browser -> DynamicTest.dynamicTest(
                            browser.getKey() + " " + row.method() + " " + row.path(),
                            () -> assertAnswer(row, browser.getKey(), browser.getValue())));
            return Stream.concat(nobody, roles);
        });
    }

    private static void assertAnswer(Row row, String user, WebClient browser) {
        int expected =
                switch (user) {
                    case "admin" -> row.admin();
                    case "delegate", "auditor" -> row.reader();
                    default -> row.worker();
                };
        var response = browser.webapp(row.method(), row.path(), row.body());
        if (expected == 0) {
            // it is the engine that answers, to an empty request
            assertThat(response.statusCode()).isNotIn(302, 401, 403);
        } else {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(expected);
        }
    }

    private static Row get(String path, int nobody, int worker, int reader, int admin) {
        return new Row("GET", path, null, nobody, worker, reader, admin);
    }

    private static Row post(String path, int nobody, int worker, int reader, int admin) {
        return new Row("POST", path, "{}", nobody, worker, reader, admin);
    }
}
