package org.plazo.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plazo.security.web.WebClient.basic;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.plazo.security.Role;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every address with every role, for a request that the role's outsider may not know of and its insider may. An
 * address about one request must answer for the hidden one as for one that does not exist; every other address must answer
 * as it did before the hidden request was there. Addresses come from the mappings: whoever adds one that takes a body, or
 * another variable than {@code reference}, says below what to send.
 */
@PlazoIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingLeaksIT {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String NO_SUCH_NUMBER = "987654321";

    /** What to send where the address alone does not say it; tokens in capitals stand for the hidden things. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST /api/requests/{reference}/review", "{\"approved\":true}"),
            Map.entry("POST /api/requests/{reference}/dispatch", "{\"channel\":\"DIPLOMATIC_NOTE\"}"),
            Map.entry("POST /api/requests/{reference}/assessment", "{\"outcome\":\"COMPLETE\"}"),
            Map.entry("POST /api/requests/{reference}/withdrawal", "{\"reason\":\"Prueba\"}"),
            Map.entry("POST /api/requests/{reference}/closure", "{\"outcome\":\"LAPSED\",\"reason\":\"Prueba\"}"),
            Map.entry("POST /api/requests/{reference}/pause", "{\"category\":\"AGREED\",\"reason\":\"Prueba\"}"),
            Map.entry(
                    "POST /api/requests/{reference}/extension",
                    "{\"basis\":\"AGREED\",\"amount\":1,\"unit\":\"MONTHS\"}"),
            Map.entry("POST /api/requests/{reference}/deficiency", "{\"reason\":\"Prueba\"}"),
            Map.entry("POST /api/requests/{reference}/information-request", "{\"reason\":\"Prueba\"}"),
            Map.entry(
                    "POST /api/requests/{reference}/postponement",
                    "{\"ground\":\"OWN_INVESTIGATION\",\"reviewOn\":\"2198-01-01\"}"),
            Map.entry("POST /api/requests/{reference}/transfer", "{\"authority\":\"DHS\"}"),
            Map.entry("POST /api/requests/{reference}/promise", "{\"promisedOn\":\"2199-01-01\"}"),
            Map.entry("POST /api/requests/{reference}/admissibility", "{\"choice\":\"ADMISSIBLE\"}"),
            Map.entry("POST /api/requests/{reference}/agency", "{\"agency\":\"FGR\"}"),
            Map.entry(
                    "POST /api/requests/{reference}/execution",
                    "{\"measures\":[{\"position\":1,\"outcome\":\"EXECUTED\"}]}"),
            Map.entry("POST /api/requests/{reference}/clearance", "{\"cleared\":true}"),
            Map.entry("POST /api/requests/{reference}/documents/{id}/withdrawal", "{\"reason\":\"Prueba\"}"),
            Map.entry("POST /api/requests/{reference}/assignment", "{\"handler\":\"handler\"}"),
            Map.entry("PATCH /api/requests/{reference}", "{\"label\":\"otra\"}"),
            Map.entry("POST /api/requests", """
                    {"kind":"INFORMATION","requestingAuthority":"FGR","requestedAuthority":"DOJ","legalBasis":"MOU_2017",
                     "crimeArea":"CYBERCRIME","label":"Consulta","measures":["Copia"],"urgency":"ROUTINE",
                     "earlierRequests":["REFERENCE"]}"""),
            Map.entry("POST /requests/new", "label=Prueba&earlierRequests=REFERENCE"),
            Map.entry("POST /requests/bulk", "step=try&command=withdrawal&reason=Prueba&reference=REFERENCE"),
            Map.entry("POST /api/requests/bulk?dryRun=true", """
                    {"command":"withdrawal","reason":"Prueba","requests":[{"reference":"REFERENCE"}]}"""));

    /** Addresses that change something and say nothing of any request. */
    private static final Set<String> NOT_ABOUT_REQUESTS = Set.of(
            "POST /api/imports",
            "POST /password",
            "POST /api/deadlines/explain",
            "POST /imports",
            "GET /api/calendars/{id}/closures",
            "POST /calendars",
            "POST /api/calendars/changes/{hash}/application",
            "POST /policies",
            "POST /api/policies/changes/{hash}/application",
            "POST /api/ledger/anchors",
            "POST /ledger/anchors",
            // asked like a list, see there
            "POST /api/ledger/verification",
            "POST /ledger/verification");

    /** Free addresses that only look at something, though they are posted to. */
    private static final List<String> POSTED_QUESTIONS = List.of("/api/ledger/verification", "/ledger/verification");

    /** Parameters that every address without a variable is also asked with. */
    private static final List<String> QUESTIONS =
            List.of("", "?size=200", "?text=zzsecreto", "?text=REFERENCE", "?classification=CONFIDENTIAL");

    /** Pages that not every role may open, though it may know of the request. */
    private static final Map<String, Set<Role>> ONLY_FOR =
            Map.of("/requests/{reference}/edit", Set.of(Role.HANDLER, Role.MANAGER, Role.HEAD));

    private static final List<String> OF_THE_ENGINE = List.of(
            "/task",
            "/task/count",
            "/process-instance",
            "/process-instance/count",
            "/execution/count",
            "/history/task/count",
            "/history/process-instance/count",
            "/history/activity-instance/count",
            "/variable-instance/count",
            "/event-subscription/count",
            "/history/variable-instance/count",
            "/task?processInstanceBusinessKey=REFERENCE",
            "/task/count?processInstanceBusinessKey=REFERENCE",
            "/process-instance/count?businessKey=REFERENCE",
            "/history/process-instance/count?processInstanceBusinessKey=REFERENCE",
            "/history/task/count?processInstanceBusinessKeyLike=REFERENCE%25");

    private record Address(String method, String pattern) {

        boolean isFree() {
            return !pattern.contains("{");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    private record Person(String id, Role role) {}

    /** What came back, without what is different each time. */
    private record Answer(int status, String body) {}

    @LocalServerPort
    private int port;

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    @Autowired
    private HiddenWorld world;

    @Autowired
    private MovableClock clock;

    private final Map<String, WebClient> browsers = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, Answer> before = new HashMap<>();
    private List<Person> outsiders;
    private List<Person> insiders;
    private Map<String, String> hidden;
    private Map<String, String> unknown;

    @BeforeAll
    void hideARequest() {
        clock.set(Instant.now());
        outsiders = new ArrayList<>(people("out"));
        // reaches the level, not the circle
        world.person("zzoutofthecircle", Role.AUDITOR, "confidential");
        outsiders.add(new Person("zzoutofthecircle", Role.AUDITOR));
        insiders = people("in", "confidential", HiddenWorld.GROUP);
        world.openRequest();
        for (Person person : outsiders) {
            questions().forEach(path -> before.put(person.id() + " " + path, ask(person, methodOf(path), path, null)));
        }
        Person admin = new Person("zzoutadmin", Role.ADMIN);
        importsForAdmin().forEach(address -> before.put(address.toString(), ask(admin, address, world.open())));
        hidden = world.hide(port, "zzinhandler");
        unknown = new LinkedHashMap<>();
        hidden.keySet().forEach(token -> unknown.put(token, NO_SUCH_NUMBER));
        unknown.put("REFERENCE", "CU-OUT-2026-" + NO_SUCH_NUMBER);
    }

    @AfterAll
    void letTheClockRun() {
        clock.reset();
    }

    @TestFactory
    Stream<DynamicTest> knowsWhatToSendToEveryAddress() {
        return addresses()
                .map(address -> DynamicTest.dynamicTest(address.toString(), () -> assertThat(isForeseen(address))
                        .as("what to send to " + address)
                        .isTrue()));
    }

    @TestFactory
    Stream<DynamicTest> answersForTheHiddenAsForTheUnknown() {
        return outsiders.stream()
                .flatMap(person -> probes().filter(probe -> !isOfAnImport(probe) || person.role() != Role.ADMIN)
                        .map(probe -> DynamicTest.dynamicTest(person.id() + " " + probe, () -> {
                            Answer ofHidden = ask(person, probe, hidden);
                            Answer ofUnknown = ask(person, probe, unknown);
                            assertThat(ofHidden.status())
                                    .as(probe + ": " + ofHidden.body())
                                    .isEqualTo(ofUnknown.status());
                            assertThat(asIfUnknown(ofHidden.body())).isEqualTo(ofUnknown.body());
                            assertThat(ofHidden.body().toLowerCase(Locale.ROOT)).doesNotContain("zzsecreto");
                            if (probe.pattern().contains("{")) {
                                assertThat(ofHidden.status())
                                        .as(probe + ": its role may not do this, or it is not there")
                                        .isIn(mustBeUnknown(person, probe) ? List.of(404) : List.of(403, 404));
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> answersWithoutTheHiddenAsBefore() {
        return outsiders.stream().flatMap(person -> questions()
                .map(path -> DynamicTest.dynamicTest(person.id() + " " + path, () -> {
                    Answer after = ask(person, methodOf(path), path, null);
                    if (POSTED_QUESTIONS.contains(path) && person.id().equals("zzoutofthecircle")) {
                        // others' restricted requests, which he may know of, got entries for what this walk read
                        return;
                    }
                    Answer old = before.get(person.id() + " " + path);
                    assertThat(after.status()).as(path).isEqualTo(old.status());
                    assertThat(after.body()).as(path).isEqualTo(old.body());
                    assertThat(after.body()).doesNotContain(hidden.get("REFERENCE"));
                    Answer named = ask(person, methodOf(path), in(path, hidden), null);
                    assertThat(named.body().replace(hidden.get("REFERENCE"), "REFERENCE"))
                            .as("asked for by its name")
                            .isEqualTo(old.body());
                })));
    }

    /** A request that everybody may see, and that names the hidden one as an earlier request. */
    @TestFactory
    Stream<DynamicTest> doesNotNameTheHiddenWhereTheOpenIsShown() {
        return outsiders.stream().flatMap(person -> addresses()
                .filter(address ->
                        address.method().equals("GET") && variables(address).equals(Set.of("reference")))
                .map(address -> DynamicTest.dynamicTest(person.id() + " " + address, () -> {
                    Answer answer = ask(person, "GET", in(address.pattern(), world.open()), null);
                    assertThat(answer.status()).isEqualTo(isFor(person, address) ? 200 : 403);
                    assertThat(answer.body()).doesNotContain(hidden.get("REFERENCE"), "zzsecreto");
                })));
    }

    @TestFactory
    Stream<DynamicTest> showsItToTheInsidersOfEveryRole() {
        return insiders.stream().flatMap(person -> probes().filter(
                        probe -> probe.method().equals("GET"))
                .map(probe -> DynamicTest.dynamicTest(person.id() + " " + probe, () -> {
                    Answer answer = ask(person, probe, hidden);
                    boolean aMailOfOthers = probe.pattern().startsWith("/notifications/mails/")
                            && !person.id().equals("zzinhandler")
                            && !List.of(Role.MANAGER, Role.ADMIN, Role.AUDITOR).contains(person.role());
                    int status = isFor(person, probe) ? 200 : 403;
                    assertThat(answer.status()).as(person + " " + probe).isEqualTo(aMailOfOthers ? 404 : status);
                })));
    }

    @TestFactory
    Stream<DynamicTest> tellsAdministratorsOfAnImportWithoutTheHidden() {
        return importsForAdmin()
                .map(address -> DynamicTest.dynamicTest(
                        address.toString(), () -> assertThat(ask(new Person("zzoutadmin", Role.ADMIN), address, hidden))
                                .isEqualTo(before.get(address.toString()))));
    }

    @Test
    void isInTheListsOfTheInsiders() {
        for (Person person : insiders) {
            assertThat(ask(person, "GET", "/api/requests?text=zzsecreto", null).body())
                    .contains(hidden.get("REFERENCE"));
            assertThat(ask(person, "GET", "/requests?text=zzsecreto", null).body())
                    .contains(hidden.get("REFERENCE"));
        }
    }

    @TestFactory
    Stream<DynamicTest> showsNothingToWhoHasNoRole() {
        world.withoutRole("zznorole");
        Person nobody = new Person("zznorole", null);
        Set<String> forAnybody = Set.of("GET /login", "GET /password", "POST /password", "POST /api/deadlines/explain");
        return Stream.concat(
                        probes(), addresses().filter(Address::isFree).filter(each -> !forAnybody.contains(each + "")))
                .map(address -> DynamicTest.dynamicTest(
                        address.toString(),
                        () -> assertThat(ask(nobody, address, hidden).status()).isEqualTo(403)));
    }

    /** Else the role alone may be refused first: the same way for the hidden and the unknown. */
    private static boolean mustBeUnknown(Person person, Address probe) {
        return probe.method().equals("GET") && !(isOfAnImport(probe) && !isFor(person, probe));
    }

    private static boolean isOfAnImport(Address address) {
        return address.pattern().contains("/imports/{id}");
    }

    /** An administrator looks after the imports of others, and sees what he may know of. */
    private Stream<Address> importsForAdmin() {
        return addresses()
                .filter(address -> isOfAnImport(address) && address.method().equals("GET"));
    }

    private static boolean isFor(Person person, Address address) {
        if (isOfAnImport(address)) {
            return Set.of(Role.HANDLER, Role.ADMIN).contains(person.role());
        }
        return ONLY_FOR.getOrDefault(address.pattern(), Set.of(Role.values())).contains(person.role());
    }

    /** Addresses about something: asked for the hidden and for the unknown. */
    private Stream<Address> probes() {
        return Stream.concat(
                        addresses().filter(this::isForeseen),
                        BODIES.keySet().stream().map(NothingLeaksIT::address))
                .filter(address -> !NOT_ABOUT_REQUESTS.contains(address.toString()))
                .filter(address -> !address.isFree() || BODIES.containsKey(address.toString()))
                .distinct()
                .flatMap(address -> address.pattern().contains("{command}")
                        ? HiddenWorld.COMMANDS.stream()
                                .map(command -> new Address(
                                        address.method(), address.pattern().replace("{command}", command)))
                        : Stream.of(address));
    }

    private boolean isForeseen(Address address) {
        if (NOT_ABOUT_REQUESTS.contains(address.toString())) {
            return true;
        }
        Set<String> foreseen = Set.of("reference", "command", tokenOf(address));
        return foreseen.containsAll(variables(address))
                && (!address.isFree()
                        || address.method().equals("GET")
                        || BODIES.keySet().stream()
                                .anyMatch(each -> each.replaceAll("\\?.*", "").equals(address.toString())));
    }

    /** What {@code {id}} stands for in an address; itself if nobody has said. */
    private static String tokenOf(Address address) {
        if (Stream.of("/documents/{id}", "/mails/{id}", "/imports/{id}").anyMatch(address.pattern()::contains)) {
            return "id";
        }
        return "";
    }

    private Answer ask(Person person, Address address, Map<String, String> things) {
        String body = BODIES.get(address.toString());
        return ask(
                person, address.method(), in(address.pattern(), things), body == null ? null : replaced(body, things));
    }

    private Answer ask(Person person, String method, String path, String body) {
        HttpResponse<String> response;
        if (path.startsWith(ENGINE)) {
            response = browser(person).webapp(method, path, body);
        } else if (path.startsWith("/api/")) {
            response = WebClient.anonymous(port)
                    .send(method, path, method.equals("GET") ? null : apiBody(path, body), headers(person, path));
        } else {
            String token = tokens.computeIfAbsent(
                    person.id(),
                    id -> WebClient.csrfIn(browser(person).get("/password").body()));
            String form = body == null ? "version=0&seen=0&reason=Prueba" : body;
            response = method.equals("GET")
                    ? browser(person).get(path, "Accept", "text/html,*/*")
                    : browser(person)
                            .send(
                                    method,
                                    path,
                                    path.endsWith("/documents") ? HiddenWorld.FORM : form,
                                    "Accept",
                                    "text/html,*/*",
                                    "X-CSRF-TOKEN",
                                    token,
                                    "Content-Type",
                                    path.endsWith("/documents")
                                            ? HiddenWorld.MULTIPART
                                            : "application/x-www-form-urlencoded");
        }
        return new Answer(response.statusCode(), stable(response.body()));
    }

    private static String apiBody(String path, String body) {
        return body != null ? body : path.endsWith("/documents") ? HiddenWorld.FORM : "{}";
    }

    private static String[] headers(Person person, String path) {
        String type = path.endsWith("/documents") ? HiddenWorld.MULTIPART : "application/json";
        return basic(person.id(), person.id(), "Content-Type", type, "If-Match", "\"0\"");
    }

    private WebClient browser(Person person) {
        return browsers.computeIfAbsent(person.id(), id -> WebClient.loggedIn(port, id));
    }

    private static String stable(String body) {
        return body.replaceAll("name=\"_csrf\"[^>]*>", "")
                .replaceAll("(content|value)=\"[\\w-]{80,}\"", "")
                .replaceAll("\"timestamp\":\"[^\"]*\"", "");
    }

    private String asIfUnknown(String body) {
        String same = body;
        for (String token : hidden.keySet()) {
            same = token.equals("REFERENCE") ? same.replace(hidden.get(token), unknown.get(token)) : same;
        }
        return same.replaceAll("/\\d+(?=[/\".]|$)", "/" + NO_SUCH_NUMBER)
                .replaceAll("(There is no import )\\d+", "$1" + NO_SUCH_NUMBER);
    }

    private static String in(String pattern, Map<String, String> things) {
        String id = pattern.contains("/mails/") ? "MAIL" : pattern.contains("/imports/") ? "IMPORT" : "DOCUMENT";
        return replaced(pattern.replace("{reference}", "REFERENCE").replaceAll("\\{id[^}]*}", id), things);
    }

    private static String replaced(String text, Map<String, String> things) {
        String replaced = text;
        for (Map.Entry<String, String> thing : things.entrySet()) {
            replaced = replaced.replace(thing.getKey(), thing.getValue());
        }
        return replaced;
    }

    private Stream<String> freeQuestions() {
        return addresses()
                .filter(address -> address.isFree() && address.method().equals("GET"))
                .map(Address::pattern)
                // grows with every file that this walk takes away; tested with the exports
                .filter(path -> !path.startsWith("/exports"))
                .flatMap(path -> QUESTIONS.stream().map(question -> path + question));
    }

    private Stream<String> questions() {
        return Stream.of(freeQuestions(), POSTED_QUESTIONS.stream(), engineQuestions())
                .flatMap(each -> each);
    }

    private static String methodOf(String question) {
        return POSTED_QUESTIONS.contains(question) ? "POST" : "GET";
    }

    private static Stream<String> engineQuestions() {
        return OF_THE_ENGINE.stream().map(path -> ENGINE + path);
    }

    private List<Person> people(String kind, String... groups) {
        return Stream.of(Role.values())
                .map(role -> {
                    String id = "zz" + kind + role.group();
                    world.person(id, role, groups);
                    return new Person(id, role);
                })
                .toList();
    }

    private Stream<Address> addresses() {
        Set<String> seen = new TreeSet<>();
        Predicate<Address> first = address -> seen.add(address.toString());
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(NothingLeaksIT::addressesOf)
                .filter(first)
                .sorted((a, b) -> a.pattern().compareTo(b.pattern()));
    }

    private static Stream<Address> addressesOf(RequestMappingInfo info) {
        Set<String> methods = info.getMethodsCondition().getMethods().isEmpty()
                ? Set.of("GET")
                : info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .collect(Collectors.toSet());
        return info.getPatternValues().stream()
                .filter(pattern -> !pattern.equals("/error"))
                .flatMap(pattern ->
                        methods.stream().map(method -> new Address(method, pattern.isEmpty() ? "/" : pattern)));
    }

    private static Address address(String text) {
        int space = text.indexOf(' ');
        return new Address(text.substring(0, space), text.substring(space + 1));
    }

    private static Set<String> variables(Address address) {
        List<String> names = new ArrayList<>();
        var matcher = java.util.regex.Pattern.compile("\\{\\*?(\\w+)").matcher(address.pattern());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return Set.copyOf(names);
    }
}
