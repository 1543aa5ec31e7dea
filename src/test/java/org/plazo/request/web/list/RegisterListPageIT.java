package org.plazo.request.web.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.security.web.WebClient;
import org.plazo.support.PlazoIT;
import org.plazo.support.SecretRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register's list as people see it: every filter, order and page stands in the address. */
@PlazoIT
class RegisterListPageIT {

    private static final String ACCEPT = "Accept";

    @LocalServerPort
    private int port;

    @Autowired
    private SecretRequests requests;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void narrowsWithEveryFilter() {
        String word = word();
        String reference = requests.draft("Lista " + word, SecretRequests.ORDINARY, "");
        jdbc.sql("update cooperation_request set outcome = 'PARTLY_EXECUTED' where reference = ?")
                .param(reference)
                .update();
        WebClient auditor = english("auditor");
        Map<String, String> fitting = Map.of(
                "direction", "OUTGOING",
                "lifecycle", "DRAFT",
                "timeliness", "NO_DEADLINE",
                "authority", "DOJ",
                "crimeArea", "DRUGS",
                "urgency", "ROUTINE",
                "handler", "handler",
                "age", "NOT_DISPATCHED",
                "outcome", "PARTLY_EXECUTED",
                "open", "true");
        Map<String, String> other = Map.of(
                "direction", "INCOMING",
                "lifecycle", "CLOSED",
                "timeliness", "OVERDUE",
                "authority", "DHS",
                "crimeArea", "CYBERCRIME",
                "urgency", "URGENT",
                "handler", "-",
                "age", "OLDER",
                "outcome", "REFUSED",
                "open", "false");
        assertThat(fitting.keySet()).isEqualTo(other.keySet());
        StringBuilder all = new StringBuilder("/requests?text=" + word);
        fitting.forEach((name, value) -> {
            all.append('&').append(name).append('=').append(value);
            String page = auditor.get("/requests?text=" + word + "&" + name + "=" + value)
                    .body();
            assertThat(page).as(name).contains(reference);
            assertThat(page).as(name).contains("value=\"" + value + "\" selected=\"selected\"");
            assertThat(auditor.get("/requests?text=" + word + "&" + name + "=" + other.get(name))
                            .body())
                    .as(name)
                    .doesNotContain(reference)
                    .contains("No request fits these filters");
        });
        assertThat(auditor.get(all.toString()).body()).contains(reference).contains(">1 request<");
    }

    @Test
    void offersToTakeEachFilterBack() {
        String page = english("auditor")
                .get("/requests?text=a+%26b&timeliness=OVERDUE&handler=somebody-who-left&size=25&sort=-reference")
                .body();
        assertThat(page)
                .contains(
                        "href=\"/requests?text=a%20%26b&amp;handler=somebody-who-left&amp;sort=-reference&amp;size=25\"")
                .contains(
                        "href=\"/requests?timeliness=OVERDUE&amp;handler=somebody-who-left&amp;sort=-reference&amp;size=25\"")
                .contains("<strong>a &amp;b</strong>")
                .contains("<strong>overdue</strong>")
                .contains("<strong>somebody-who-left</strong>");
    }

    @Test
    void findsRequestsThatNobodyHandles() {
        String word = word();
        String reference = requests.submitted("Lista " + word, SecretRequests.ORDINARY, "");
        assertThat(english("auditor").get("/requests?handler=-&text=" + word).body())
                .contains(reference)
                .contains("<strong>nobody</strong>");
    }

    @Test
    void ordersByAColumnAndBack() {
        String word = word();
        List<String> references = List.of(
                requests.draft("Uno " + word, SecretRequests.ORDINARY, ""),
                requests.draft("Dos " + word, SecretRequests.ORDINARY, ""));
        WebClient auditor = english("auditor");
        String up = auditor.get("/requests?sort=reference&text=" + word).body();
        assertThat(up.indexOf(references.get(0))).isLessThan(up.indexOf(references.get(1)));
        assertThat(up)
                .contains("aria-sort=\"ascending\"><a class=\"sort\" href=\"/requests?text=" + word
                        + "&amp;sort=-reference\">Reference");
        String down = auditor.get("/requests?sort=-reference&text=" + word).body();
        assertThat(down.indexOf(references.get(0))).isGreaterThan(down.indexOf(references.get(1)));
        assertThat(Pattern.compile("aria-sort=\"(ascending|descending)\"")
                        .matcher(down)
                        .results())
                .hasSize(1);
    }

    @Test
    void turnsPagesWithoutLosingFilters() {
        String word = word();
        for (int i = 0; i < 3; i++) {
            requests.draft("Página " + word, SecretRequests.ORDINARY, "");
        }
        WebClient auditor = english("auditor");
        assertThat(auditor.get("/requests?size=2&text=" + word).body())
                .contains("1 to 2 of 3 requests")
                .contains("rel=\"next\"")
                .contains("href=\"/requests?text=" + word + "&amp;size=2&amp;page=1\"")
                .doesNotContain("rel=\"prev\"");
        assertThat(auditor.get("/requests?size=2&page=1&text=" + word).body())
                .contains("3 to 3 of 3 requests")
                .contains("rel=\"prev\"")
                .doesNotContain("rel=\"next\"");
        assertThat(auditor.get("/requests?size=2&page=9&text=" + word).body())
                .contains("There is no page 10: the list ends with page 2.")
                .contains("href=\"/requests?text=" + word + "&amp;size=2&amp;page=1\"")
                .contains("href=\"/requests?text=" + word + "&amp;size=2\"");
    }

    @Test
    void givesHtmxAShortAddress() {
        HttpResponse<String> answer = english("auditor")
                .get("/requests?text=&open=true&direction=&lifecycle=&size=50&sort=due", "HX-Request", "true");
        assertThat(answer.headers().firstValue("HX-Push-Url")).contains("/requests?open=true");
    }

    @ParameterizedTest
    @CsvSource({
        "direction, SIDEWAYS, Direction, Sentido",
        "lifecycle, OPEN, Stage, Etapa",
        "timeliness, SOMETIMES, Deadline, Plazo",
        "authority, FBX, Authority, Autoridad",
        "crimeArea, drugs, Crime area, Ámbito delictivo",
        "urgency, 1, Urgency, Urgencia",
        "age, -3, Since dispatch, Desde el envío",
        "outcome, GOOD, Outcome, Resultado",
        "open, yes, State, Situación",
        "sort, label, Order, Orden",
        "page, -1, Page, Página",
        "page, 99999999999, Page, Página",
        "size, 201, Rows per page, Filas por página",
        "size, many, Rows per page, Filas por página"
    })
    void saysWhichFilterItDoesNotKnow(String name, String value, String english, String spanish) {
        WebClient auditor = WebClient.loggedIn(port, "auditor");
        String address = "/requests?" + name + "=" + value;
        HttpResponse<String> answer = auditor.get(address + "&lang=en", ACCEPT, "text/html");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("The filter &quot;" + english + "&quot; holds a value that Plazo does not know")
                .contains("name=\"timeliness\"")
                .doesNotContain("<table");
        answer = auditor.get(address + "&lang=es", ACCEPT, "text/html");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("El filtro «" + spanish + "» tiene un valor que Plazo no conoce");
    }

    @Test
    void shrugsAtStrangeTexts() {
        WebClient auditor = english("auditor");
        for (String strange :
                List.of("%", "_", "!", "'; drop table measure; --", "<script>alert(1)</script>", "${7*7}")) {
            HttpResponse<String> answer = auditor.get(
                    "/requests?text=" + URLEncoder.encode(strange, StandardCharsets.UTF_8), ACCEPT, "text/html");
            assertThat(answer.statusCode()).as(strange).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("<script>alert").contains("class=\"chips");
        }
        assertThat(auditor.get("/requests?text=" + "x".repeat(201), ACCEPT, "text/html")
                        .statusCode())
                .isEqualTo(400);
        assertThat(auditor.get("/requests?handler=" + "x".repeat(65), ACCEPT, "text/html")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void neitherListsNorCountsWhatIsHidden() {
        String word = word();
        String hidden = requests.draft("Lista " + word, SecretRequests.CONFIDENTIAL, "");
        assertThat(english("auditor").get("/requests?text=" + word).body()).contains(hidden);
        assertThat(english("delegate").get("/requests?text=" + word).body())
                .doesNotContain(hidden)
                .contains("No request fits these filters");
    }

    private WebClient english(String user) {
        WebClient client = WebClient.loggedIn(port, user);
        client.get("/?lang=en");
        return client;
    }

    private static String word() {
        return "zz" + Long.toString(System.nanoTime(), 36);
    }
}
