package org.plazo.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plazo.security.web.WebClient.basic;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Walks every address that the application maps, as nobody and as each role. An address that no rule below foresees fails
 * the test: whoever adds one says here who may call it.
 */
@PlazoIT
class EveryAddressIT {

    private enum For {
        ANYBODY,
        LOGGED_IN,
        EVERY_ROLE,
        HANDLER,
        ADMIN,
        HANDLER_OR_ADMIN,
        AUDITOR_OR_ADMIN
    }

    private record Rule(String method, String pattern, For who) {}

    private record Address(String method, String path) {}

    /** The first that matches counts. */
    private static final List<Rule> RULES = List.of(
            new Rule("GET", "/login", For.ANYBODY),
            new Rule("GET", "/api/calendars/{id}/closures", For.ANYBODY),
            new Rule("POST", "/api/deadlines/explain", For.ANYBODY),
            new Rule("*", "/api/calendars/changes/**", For.ADMIN),
            new Rule("*", "/calendars", For.ADMIN),
            new Rule("*", "/api/policies/changes/**", For.ADMIN),
            new Rule("*", "/policies", For.ADMIN),
            new Rule("GET", "/calendars.csv", For.ADMIN),
            new Rule("*", "/password", For.LOGGED_IN),
            new Rule("*", "/api/imports/**", For.HANDLER_OR_ADMIN),
            new Rule("*", "/imports/**", For.HANDLER_OR_ADMIN),
            new Rule("*", "/api/requests/**", For.EVERY_ROLE),
            new Rule("*", "/api/notifications/**", For.EVERY_ROLE),
            new Rule("*", "/", For.EVERY_ROLE),
            new Rule("*", "/requests/new", For.HANDLER),
            new Rule("*", "/requests/**", For.EVERY_ROLE),
            new Rule("*", "/notifications/**", For.EVERY_ROLE),
            new Rule("GET", "/requests.csv", For.EVERY_ROLE),
            new Rule("GET", "/notifications.csv", For.EVERY_ROLE),
            new Rule("GET", "/exports", For.AUDITOR_OR_ADMIN),
            new Rule("GET", "/exports.csv", For.AUDITOR_OR_ADMIN),
            new Rule("*", "/ledger/**", For.AUDITOR_OR_ADMIN),
            new Rule("*", "/api/ledger/**", For.AUDITOR_OR_ADMIN),
            new Rule("GET", "/openapi", For.EVERY_ROLE),
            new Rule("GET", "/api/openapi", For.EVERY_ROLE),
            new Rule("GET", "/api/openapi.yaml", For.EVERY_ROLE),
            new Rule("*", "/error", For.EVERY_ROLE));

    private static final Map<String, String> ROLES = Map.of(
            "handler", "HANDLER",
            "reviewer", "REVIEWER",
            "manager", "MANAGER",
            "head", "HEAD",
            "delegate", "DELEGATION",
            "admin", "ADMIN",
            "auditor", "AUDITOR");

    @LocalServerPort
    private int port;

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    @TestFactory
    Stream<DynamicTest> foreseesEveryAddress() {
        return addresses()
                .map(address -> DynamicTest.dynamicTest(
                        address.method() + " " + address.path(), () -> assertThat(ruleFor(address))
                                .as("who may call " + address)
                                .isNotNull()));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhoIsNotLoggedIn() {
        return addresses()
                .filter(address -> ruleFor(address) != null)
                .map(address -> DynamicTest.dynamicTest(address.method() + " " + address.path(), () -> {
                    var response = WebClient.anonymous(port).send(address.method(), address.path(), null);
                    if (ruleFor(address).who() == For.ANYBODY) {
                        assertThat(response.statusCode()).isNotIn(302, 401, 403);
                    } else if (address.path().startsWith("/api/")) {
                        assertThat(response.statusCode()).isEqualTo(401);
                    } else if (address.method().equals("GET")) {
                        assertThat(response.statusCode()).isEqualTo(302);
                        assertThat(response.headers().firstValue("Location").orElse(""))
                                .endsWith("/login");
                    } else {
                        assertThat(response.statusCode()).as("no token").isEqualTo(403);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> letsInTheRolesOfTheRule() {
        return ROLES.keySet().stream().sorted().flatMap(user -> {
            WebClient browser = WebClient.loggedIn(port, user);
            String token = WebClient.csrfIn(browser.get("/password").body());
            return addresses()
                    .filter(address -> ruleFor(address) != null)
                    .map(address -> DynamicTest.dynamicTest(
                            user + " " + address.method() + " " + address.path(),
                            () -> assertRole(address, user, browser, token)));
        });
    }

    private void assertRole(Address address, String user, WebClient browser, String token) {
        boolean api = address.path().startsWith("/api/");
        HttpResponse<String> response = api
                ? WebClient.anonymous(port).send(address.method(), address.path(), null, basic(user, user))
                : browser.send(address.method(), address.path(), null, "X-CSRF-TOKEN", token);
        boolean allowed =
                switch (ruleFor(address).who()) {
                    case HANDLER -> ROLES.get(user).equals("HANDLER");
                    case ADMIN -> ROLES.get(user).equals("ADMIN");
                    case HANDLER_OR_ADMIN -> Set.of("HANDLER", "ADMIN").contains(ROLES.get(user));
                    case AUDITOR_OR_ADMIN -> Set.of("AUDITOR", "ADMIN").contains(ROLES.get(user));
                    default -> true;
                };
        if (!allowed) {
            assertThat(response.statusCode()).isEqualTo(403);
            return;
        }
        assertThat(response.statusCode()).isNotEqualTo(401);
        assertThat(response.headers().firstValue("Location").orElse("")).doesNotEndWith("/login");
        if (address.method().equals("GET")) {
            assertThat(response.statusCode()).isNotEqualTo(403);
        } else if (response.statusCode() == 403 && api) {
            // the domain may refuse a command, the address may not
            assertThat(response.body()).doesNotContain("Your roles do not allow this.");
        }
    }

    private Stream<Address> addresses() {
        Set<String> seen = new TreeSet<>();
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(EveryAddressIT::addressesOf)
                .filter(address -> seen.add(address.method() + " " + address.path()))
                .sorted((a, b) -> a.path().compareTo(b.path()));
    }

    private static Stream<Address> addressesOf(RequestMappingInfo info) {
        Set<String> methods = info.getMethodsCondition().getMethods().isEmpty()
                ? Set.of("GET", "POST")
                : info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .collect(Collectors.toSet());
        return info.getPatternValues().stream()
                .map(pattern -> pattern.replaceAll("\\{[^}]*}", "x").replace("/**", "/x"))
                .flatMap(path -> methods.stream().map(method -> new Address(method, path.isEmpty() ? "/" : path)));
    }

    private static Rule ruleFor(Address address) {
        return RULES.stream()
                .filter(rule -> rule.method().equals("*") || rule.method().equals(address.method()))
                .filter(rule -> PathPatternParser.defaultInstance
                        .parse(rule.pattern())
                        .matches(PathContainer.parsePath(address.path())))
                .findFirst()
                .orElse(null);
    }
}
