package org.plazo.request.web.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plazo.request.web.api.Api;
import org.plazo.security.web.WebClient;
import org.plazo.support.PlazoIT;
import org.plazo.support.SecretRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** What is pending, as numbers that lead to their lists. */
@PlazoIT
class DashboardIT {

    private static final Pattern BAR = Pattern.compile(
            "<th scope=\"row\"><a href=\"(/requests\\?[^\"]+)\">.*?<td class=\"number\">([\\d,]+)</td>",
            Pattern.DOTALL);
    private static final Pattern COUNT = Pattern.compile("role=\"status\">(?:\\d+ to \\d+ of )?([\\d,]+|No) request");

    @LocalServerPort
    private int port;

    @Autowired
    private SecretRequests requests;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WebApplicationContext context;

    private Api api;

    @BeforeEach
    void fill() {
        api = new Api(context);
        requests.draft("Tablero", SecretRequests.ORDINARY, "");
        requests.draft("Tablero", SecretRequests.CONFIDENTIAL, "");
        requests.draft("Tablero", SecretRequests.ORDINARY, SecretRequests.COUNTER_TERRORISM);
        String old = requests.draft("Tablero", SecretRequests.ORDINARY, "");
        jdbc.sql(
                        "update cooperation_request set requested_authority = 'FORMER', crime_area = 'FORMER' where reference = ?")
                .param(old)
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "delegate", "manager"})
    void leadsFromEveryBarToAsManyRequests(String user) {
        WebClient reader = WebClient.loggedIn(port, user);
        String page = reader.get("/?lang=en&direction=OUTGOING").body();
        List<String> wrong = new ArrayList<>();
        List<MatchResult> bars = BAR.matcher(page).results().toList();
        assertThat(bars).hasSizeGreaterThan(12);
        for (MatchResult bar : bars) {
            String list = reader.get(bar.group(1).replace("&amp;", "&")).body();
            String count =
                    COUNT.matcher(list).results().findFirst().orElseThrow().group(1);
            if (!count.replace("No", "0").equals(bar.group(2))) {
                wrong.add(bar.group(1) + ": " + bar.group(2) + ", but the list has " + count);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(page).contains("authorityNot=").contains("crimeAreaNot=");
    }

    @Test
    void isATableWithACaptionInBothLanguages() {
        WebClient manager = WebClient.loggedIn(port, "manager");
        assertThat(manager.get("/?lang=es").body())
                .contains(">Pendientes según el plazo</caption>")
                .contains(">Pendientes según los días desde el envío o la recepción</caption>")
                .contains(">Pendientes según la autoridad de la otra parte</caption>")
                .contains(">Pendientes según el ámbito delictivo</caption>");
        assertThat(manager.get("/?lang=en&direction=INCOMING").body())
                .contains(">Pending by deadline</caption>")
                .contains("<a href=\"/?direction=INCOMING\" aria-current=\"true\">incoming</a>");
    }

    @Test
    void tellsAHandlerWhatIsHis() {
        assertThat(WebClient.loggedIn(port, "handler").get("/?lang=en").body())
                .contains("href=\"/requests?open=true&amp;handler=handler\"")
                .containsPattern("[\\d,]+ are yours");
        assertThat(WebClient.loggedIn(port, "manager").get("/?lang=en").body()).doesNotContain("yours");
    }

    @Test
    void countsOverTheApi() {
        var counts = api.get("auditor", "/api/requests/counts?open=true").body();
        assertThat(counts.path("total").asLong())
                .isEqualTo(api.get("auditor", "/api/requests?open=true")
                        .body()
                        .path("total")
                        .asLong());
        for (String grouping : List.of("age", "counterpartAuthority", "crimeArea", "timeliness")) {
            long sum = 0;
            for (var number : counts.path(grouping)) {
                sum += number.asLong();
            }
            assertThat(sum).as(grouping).isEqualTo(counts.path("total").asLong());
        }
        assertThat(counts.path("timeliness").fieldNames())
                .toIterable()
                .containsExactly(
                        "NO_DEADLINE", "PAUSED", "ON_TIME", "DUE_SOON", "OVERDUE", "LONG_OVERDUE", "PROMISE_BROKEN");
        assertThat(api.get("delegate", "/api/requests/counts")
                        .body()
                        .path("total")
                        .asLong())
                .isLessThan(api.get("auditor", "/api/requests/counts")
                        .body()
                        .path("total")
                        .asLong());
    }

    @ParameterizedTest
    @CsvSource({
        "direction=BOTH, direction",
        "authorityNot=FBX, authorityNot",
        "authorityNot=DHS%2C, authorityNot",
        "crimeAreaNot=DRUGS%2Cdrugs, crimeAreaNot",
        "age=OLD, age",
        "open=1, open"
    })
    void namesTheParameterThatIsWrong(String query, String named) {
        Api.Answer refused = api.get("handler", "/api/requests/counts?" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo(named);
    }

    @Test
    void answersAWrongDirectionWithAPage() {
        var answer = WebClient.loggedIn(port, "manager").get("/?lang=es&direction=BOTH", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("No se entiende").doesNotContain("Exception");
    }
}
