package org.plazo.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plazo.security.web.WebClient.basic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plazo.security.web.WebClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * {@code mvn -Pbenchmark verify}: the demo's requests multiplied to 100,000 open ones in an H2 file; then every list, count
 * and chart, what the Tasklist asks, what is done to a request, and the jobs that go through all of them, over HTTP, one at
 * a time. The times are written to {@code target/benchmark/lists.txt}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Tag("benchmark")
class ListsBenchmarkIT {

    private static final int REQUESTS = 100_000;
    private static final double LIMIT = 300;
    private static final double EXPORT_LIMIT = 15_000;
    private static final double PREVIEW_LIMIT = 30_000;
    private static final double VERIFICATION_LIMIT = 60_000;
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private static final List<String> QUERIES = List.of(
            "",
            "open=true",
            "direction=OUTGOING",
            "lifecycle=AWAITING_RESPONSE",
            "timeliness=OVERDUE",
            "timeliness=LONG_OVERDUE",
            "timeliness=NO_DEADLINE",
            "authority=DOJ",
            "crimeArea=DRUGS",
            "urgency=URGENT",
            "handler=handler",
            "age=OLDER",
            "text=999",
            "text=ficticio",
            "text=nothing-like-it",
            "open=true&crimeArea=DRUGS&authority=DOJ&timeliness=LONG_OVERDUE");

    /** How many days there are for a routine response, in either direction. */
    private static final Pattern ROUTINE_RESPONSE =
            Pattern.compile("(id=\"(?:incoming-)?response-routine-amount\">\\s*<text>)90(</text>)");

    private static final String OPEN_REQUESTS =
            "select count(*) from cooperation_request where lifecycle not in ('CLOSED', 'WITHDRAWN')";
    private static final String DUE_JOBS = "select count(*) from ACT_RU_JOB where DUEDATE_ < current_timestamp";

    private static final List<String> SORTS =
            List.of("due", "reference", "dispatch", "authority", "crimeArea", "lifecycle", "handler");

    /** Kept for the next run, which is then faster; a clean build makes it anew. */
    private static final Path DATA = Path.of("target", "benchmark", "data").toAbsolutePath();

    /** Ours, so that a calendar can be changed. */
    private static final Path CONFIG = Path.of("target", "benchmark", "config").toAbsolutePath();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ProcessEngine engine;

    /** Ours, so that a time limit can be changed. */
    private static final Path PROCESSES =
            Path.of("target", "benchmark", "processes").toAbsolutePath();

    /** One of the handler's own. */
    private String reference = "";

    private final Timings timings = new Timings(this::change);

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        FileSystemUtils.deleteRecursively(CONFIG);
        FileSystemUtils.copyRecursively(Path.of("config"), CONFIG);
        FileSystemUtils.deleteRecursively(PROCESSES);
        FileSystemUtils.copyRecursively(Path.of("processes"), PROCESSES);
        registry.add("plazo.config-dir", CONFIG::toString);
        registry.add("plazo.processes-dir", PROCESSES::toString);
        registry.add("plazo.data-dir", DATA::toString);
    }

    @Test
    void answersEveryListInTime() throws Exception {
        fill();
        WebClient manager = WebClient.loggedIn(port, "manager");
        String own = "/api/requests?lifecycle=AWAITING_RESPONSE&handler=handler&size=1";
        reference = new ObjectMapper()
                .readTree(manager.get(own).body())
                .at("/items/0/reference")
                .asText();
        WebClient handler = WebClient.loggedIn(port, "handler");
        register(manager, "manager");
        register(handler, "handler");
        tasklist(handler, "handler");
        tasklist(manager, "manager");
        WebClient admin = WebClient.loggedIn(port, "admin");
        administration(admin);
        new Commands(WebClient.anonymous(port), timings).run();
        jobs(manager, admin, WebClient.loggedIn(port, "auditor"));
        timings.write(Path.of("target", "benchmark", "lists.txt"));
        assertThat(timings.tooSlow()).isEmpty();
    }

    /** While the engine's jobs rest: what is due of the demo has been done, and what is copied is not due yet. */
    private void fill() throws InterruptedException {
        JobExecutor executor =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        for (int i = 0; i < 120 && jdbc.sql(DUE_JOBS).query(Integer.class).single() > 0; i++) {
            Thread.sleep(Duration.ofSeconds(1).toMillis());
        }
        executor.shutdown();
        int open = jdbc.sql(OPEN_REQUESTS).query(Integer.class).single();
        if (open < REQUESTS) {
            new Multiplied(jdbc, (REQUESTS + open - 1) / open).run();
        }
        executor.start();
        assertThat(jdbc.sql(OPEN_REQUESTS).query(Integer.class).single()).isGreaterThanOrEqualTo(REQUESTS);
        assertThat(jdbc.sql("select count(*) from ACT_RU_TASK")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(REQUESTS);
    }

    /** The database would give an answer again without looking, if nothing had changed since. */
    private void change() {
        jdbc.sql("update cooperation_request set version = version where id = 1")
                .update();
        jdbc.sql("update ACT_RU_TASK set PRIORITY_ = PRIORITY_ where ID_ = (select min(ID_) from ACT_RU_TASK)")
                .update();
        jdbc.sql("update notification set kind = kind where id = (select min(id) from notification)")
                .update();
    }

    private void register(WebClient client, String user) {
        for (String query : QUERIES) {
            page(client, user, "/requests?" + query);
            page(client, user, "/api/requests?" + query);
            page(client, user, "/api/requests/counts?" + query);
        }
        for (String sort : SORTS) {
            page(client, user, "/requests?sort=" + sort);
            page(client, user, "/requests?sort=-" + sort);
        }
        page(client, user, "/requests?size=200");
        page(client, user, "/requests?page=1999&size=50");
        page(client, user, "/notifications");
        page(client, user, "/");
        page(client, user, "/requests/counts.csv");
        page(client, user, "/requests/" + reference);
    }

    private void page(WebClient client, String user, String path) {
        timings.page(user + " " + path, LIMIT, () -> client.get(path).statusCode());
    }

    private void administration(WebClient admin) {
        for (String path : List.of("/calendars", "/api/calendars/changes", "/ledger", "/exports", "/notifications")) {
            page(admin, "admin", path);
        }
    }

    /** What goes through all requests, and takes its time. */
    private void jobs(WebClient manager, WebClient admin, WebClient auditor) throws IOException {
        for (String path : List.of("/requests.csv", "/requests.csv?open=true&sort=-due", "/api/requests/export")) {
            timings.job("manager " + path, EXPORT_LIMIT, () -> manager.get(path).statusCode());
        }
        String[] json = {"Accept", "application/json"};
        timings.job("auditor /api/ledger/verification", VERIFICATION_LIMIT, () -> auditor.postJson(
                        "/api/ledger/verification", "{}", basic("auditor", "auditor", json))
                .statusCode());
        closeAWednesday();
        for (String path : List.of("/calendars", "/api/calendars/changes")) {
            timings.job("admin " + path + " with a closure more", PREVIEW_LIMIT, () -> admin.get(path)
                    .statusCode());
        }
        assertThat(new ObjectMapper()
                        .readTree(admin.get("/api/calendars/changes").body())
                        .get("moved")
                        .asInt())
                .isPositive();
        giveADayMore();
        for (String path : List.of("/policies", "/api/policies/changes")) {
            timings.job("admin " + path + " with a day more for each response", PREVIEW_LIMIT, () -> admin.get(path)
                    .statusCode());
        }
        assertThat(new ObjectMapper()
                        .readTree(admin.get("/api/policies/changes").body())
                        .get("moved")
                        .asInt())
                .isPositive();
    }

    private static void giveADayMore() throws IOException {
        Path file = PROCESSES.resolve("time-limits.dmn");
        String text = Files.readString(file);
        Matcher amount = ROUTINE_RESPONSE.matcher(text);
        assertThat(amount.find()).isTrue();
        Files.writeString(file, amount.replaceAll(found -> found.group(1) + "91" + found.group(2)));
    }

    private static void closeAWednesday() throws IOException {
        Path file = CONFIG.resolve("calendars").resolve("us.yaml");
        LocalDate day = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
        String closure = "closures:\n  - {date: " + day + ", basis: benchmark, reason: {es: Prueba, en: Test}}\n";
        String text = Files.readString(file);
        assertThat(text).contains("closures:\n");
        Files.writeString(file, text.replace("closures:\n", closure));
    }

    /** As the Tasklist asks: the filters, the number and the first page of each, in the order that it begins with. */
    private void tasklist(WebClient client, String user) throws IOException {
        String filters = ENGINE + "/filter?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task";
        timings.page(user + " Tasklist: filters", LIMIT, () -> client.webapp("GET", filters, null)
                .statusCode());
        for (JsonNode filter :
                new ObjectMapper().readTree(client.webapp("GET", filters, null).body())) {
            String name = user + " Tasklist: " + filter.get("name").asText();
            String path = ENGINE + "/filter/" + filter.get("id").asText();
            ask(client, name + ": number", path + "/count", "{}");
            for (String sort : List.of("created", "dueDate", "priority")) {
                ask(
                        client,
                        name + ": by " + sort,
                        path + "/list?firstResult=0&maxResults=15",
                        "{\"sorting\":[{\"sortBy\":\"" + sort + "\",\"sortOrder\":\"desc\"}]}");
            }
            ask(
                    client,
                    name + ": searched",
                    path + "/list?firstResult=0&maxResults=15",
                    "{\"processInstanceBusinessKey\":\"" + reference + "\"}");
        }
    }

    private void ask(WebClient client, String question, String path, String body) {
        timings.page(question, LIMIT, () -> client.send(
                        "POST",
                        path,
                        body,
                        "X-XSRF-TOKEN",
                        client.cookie("XSRF-TOKEN"),
                        "Content-Type",
                        "application/json",
                        "Accept",
                        "application/hal+json, application/json; q=0.5")
                .statusCode());
    }
}
