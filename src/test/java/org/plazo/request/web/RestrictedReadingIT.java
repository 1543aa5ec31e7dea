package org.plazo.request.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plazo.security.web.WebClient.basic;
import static org.plazo.support.SecretRequests.CONFIDENTIAL;
import static org.plazo.support.SecretRequests.ORDINARY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.document.web.Uploads;
import org.plazo.request.ledger.LedgerVerifier;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.plazo.security.web.WebClient;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.plazo.support.SecretRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who looks at a restricted request stands in its ledger, at most once in ten minutes; nobody else is written down. */
@PlazoIT
class RestrictedReadingIT {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @LocalServerPort
    private int port;

    @Autowired
    private SecretRequests secrets;

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    @Autowired
    private LedgerVerifier verifier;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private String secret;

    @BeforeEach
    void enterARequest() {
        clock.set(Instant.now());
        secrets.user("zzreader", Role.AUDITOR, "confidential");
        secret = secrets.submitted("Zzleída", CONFIDENTIAL, "");
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void isEnteredAtEveryAddressOfTheRequest() {
        var upload = new Uploads(port).add("handler", secret, "nota.txt", "Nota".getBytes(StandardCharsets.UTF_8));
        WebClient reader = WebClient.loggedIn(port, "zzreader");
        int read = 0;
        List<String> addresses = addresses();
        assertThat(addresses).hasSizeGreaterThan(10);
        for (String pattern : addresses) {
            String path = pattern.replace("{reference}", secret).replace("{id}", upload.text("id"));
            get(reader, path);
            get(reader, path);
            assertThat(readings(secret, "zzreader")).as(path).isEqualTo(++read);
            clock.advance(TEN_MINUTES);
        }
    }

    @Test
    void isOneReadingForTenMinutes() {
        WebClient reader = WebClient.loggedIn(port, "zzreader");
        get(reader, "/requests/" + secret);
        clock.advance(TEN_MINUTES.minusSeconds(1));
        get(reader, "/api/requests/" + secret);
        assertThat(readings(secret, "zzreader")).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        get(reader, "/api/requests/" + secret);
        assertThat(readings(secret, "zzreader")).isEqualTo(2);
        assertThat(get(WebClient.loggedIn(port, "handler"), "/requests/" + secret + "?lang=es")
                        .body())
                .contains("zzreader consultó la solicitud");
    }

    @Test
    void leavesOutWhatIsNotRestrictedAndWhoMayNotSee() {
        String open = secrets.submitted("Abierta", ORDINARY, "");
        WebClient reader = WebClient.loggedIn(port, "zzreader");
        get(reader, "/requests/" + open);
        get(reader, "/requests?text=zzleida");
        assertThat(readings(open, "zzreader")).isZero();
        assertThat(readings(secret, "zzreader"))
                .as("a list is no reading of one")
                .isZero();
        assertThat(get(WebClient.loggedIn(port, "admin"), "/requests/" + secret).statusCode())
                .isEqualTo(404);
        assertThat(readings(secret, "admin")).isZero();
    }

    @Test
    void doesNotChangeTheVersion() {
        String path = "/api/requests/" + secret;
        String tag =
                api("zzreader", "GET", path, null).headers().firstValue("ETag").orElseThrow();
        assertThat(readings(secret, "zzreader")).isEqualTo(1);
        assertThat(api("handler", "GET", path, null).headers().firstValue("ETag"))
                .contains(tag);
        assertThat(api("handler", "PATCH", path, "{\"costs\":\"Ninguno\"}", "If-Match", tag)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsTheChainThoughManyReadAtOnce() throws Exception {
        List<String> readers = List.of("zzreader", "zzreaderb", "zzreaderc");
        readers.forEach(id -> secrets.user(id, Role.AUDITOR, "confidential"));
        ExecutorService pool = Executors.newFixedThreadPool(12);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String user = readers.get(i % readers.size());
                answers.add(pool.submit(
                        () -> api(user, "GET", "/api/requests/" + secret, null).statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            pool.shutdown();
        }
        readers.forEach(id -> assertThat(readings(secret, id)).as(id).isEqualTo(1));
        assertThat(verifier.verify(Actor.SYSTEM).findings()).noneMatch(finding -> secret.equals(finding.reference()));
    }

    @Test
    void showsNothingThatCannotBeEntered() {
        jdbc.sql("alter table ledger_event add constraint zz_unread check (action <> 'READ' or actor <> 'zzreader')")
                .update();
        try {
            for (String path : List.of("/requests/" + secret, "/api/requests/" + secret)) {
                var answer = api("zzreader", "GET", path, null);
                if (path.startsWith("/api")) {
                    assertThat(answer.statusCode()).isEqualTo(500);
                    assertThat(answer.body()).doesNotContain("Zzle", "zz_unread");
                } else {
                    var page = get(WebClient.loggedIn(port, "zzreader"), path);
                    assertThat(page.statusCode()).isEqualTo(500);
                    assertThat(page.body()).doesNotContain("Zzle", "zz_unread");
                }
            }
        } finally {
            jdbc.sql("alter table ledger_event drop constraint zz_unread").update();
        }
        assertThat(api("zzreader", "GET", "/api/requests/" + secret, null).statusCode())
                .isEqualTo(200);
    }

    private List<String> addresses() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(info -> info.getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.name().equals("GET")))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> pattern.contains("{reference}"))
                .distinct()
                .sorted()
                .toList();
    }

    private java.net.http.HttpResponse<String> get(WebClient reader, String path) {
        return path.startsWith("/api/")
                ? api("zzreader", "GET", path, null)
                : reader.get(path, "Accept", "text/html,*/*");
    }

    private java.net.http.HttpResponse<String> api(
            String user, String method, String path, String body, String... headers) {
        String[] all = basic(user, user, "Content-Type", "application/json");
        String[] both = java.util.stream.Stream.of(all, headers)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        return WebClient.anonymous(port).send(method, path, body, both);
    }

    private long readings(String reference, String user) {
        return jdbc.sql("""
                        select count(*) from ledger_event where action = 'READ' and actor = ? and request_id =
                          (select id from cooperation_request where reference = ?)""").param(user).param(reference).query(Long.class).single();
    }
}
