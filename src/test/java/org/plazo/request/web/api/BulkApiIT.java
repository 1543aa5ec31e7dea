package org.plazo.request.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.security.Role;
import org.plazo.support.PlazoIT;
import org.plazo.support.SecretRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** One command for many requests, over HTTP. */
@PlazoIT
class BulkApiIT {

    private static final String PATH = "/api/requests/bulk?dryRun=";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private SecretRequests secrets;

    @Autowired
    private JdbcClient jdbc;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(context);
    }

    @Test
    void givesManyRequestsToAnotherHandlerWithOneReason() {
        secrets.user("secondhandler", Role.HANDLER);
        String draft = api.draft();
        String dispatched = api.dispatched();
        long mails = count("select count(*) from notification");

        Api.Answer answer = api.post(
                "manager",
                PATH + false,
                "{\"command\":\"assignment\",\"handler\":\"secondhandler\",\"reason\":\"Se jubila\",\"requests\":"
                        + items(draft, dispatched) + "}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("done").asInt()).isEqualTo(2);
        for (String reference : new String[] {draft, dispatched}) {
            assertThat(shown(reference).get("handler").asText()).isEqualTo("secondhandler");
            assertThat(lastEvent(reference)).contains("Se jubila");
        }
        assertThat(count("select count(*) from act_ru_task where assignee_ = 'secondhandler'"))
                .isPositive();
        assertThat(count("select count(*) from notification"))
                .as("mails nobody")
                .isEqualTo(mails);
    }

    @Test
    void onlySaysInADryRunWhatWouldHappen() {
        String first = api.dispatched();
        String second = api.dispatched();
        String done = withdrawn();
        long entries = count("select count(*) from ledger_event");
        String body = "{\"command\":\"withdrawal\",\"reason\":\"Ya no hace falta\",\"requests\":"
                + items(first, done, second) + "}";

        JsonNode report = api.post("manager", PATH + true, body).body();

        assertThat(report.get("dryRun").asBoolean()).isTrue();
        assertThat(report.get("done").asInt()).isEqualTo(2);
        assertThat(report.get("notDone").asInt()).isEqualTo(1);
        assertThat(report.at("/requests/0/outcome").asText()).isEqualTo("DONE");
        assertThat(report.at("/requests/0/version").asLong())
                .isEqualTo(shown(first).get("version").asLong());
        assertThat(report.at("/requests/1/outcome").asText()).isEqualTo("STATE");
        assertThat(report.at("/requests/1/lifecycle").asText()).isEqualTo("WITHDRAWN");
        assertThat(count("select count(*) from ledger_event")).isEqualTo(entries);
        assertThat(shown(first).get("lifecycle").asText()).isEqualTo("AWAITING_RESPONSE");
        assertThat(processes(first)).isEqualTo(1);

        JsonNode applied = api.post("manager", PATH + false, body).body();
        assertThat(outcomes(applied)).isEqualTo(outcomes(report));
        assertThat(shown(second).get("lifecycle").asText()).isEqualTo("WITHDRAWN");
        assertThat(processes(first)).isZero();
    }

    @Test
    void doesNothingToARequestThatHasChangedSinceItWasRead() {
        String changed = api.dispatched();
        String same = api.dispatched();
        String items = "[" + item(changed) + "," + item(same) + "]";
        api.post("handler", "/api/requests/" + changed + "/interim-reply", "{\"note\":\"Escriben\"}");

        JsonNode report = api.post(
                        "head",
                        PATH + false,
                        "{\"command\":\"closure\",\"reason\":\"Sin respuesta\",\"requests\":" + items + "}")
                .body();

        assertThat(outcomes(report)).isEqualTo("CHANGED DONE");
        assertThat(shown(changed).get("lifecycle").asText()).isEqualTo("AWAITING_RESPONSE");
        assertThat(shown(same).get("lifecycle").asText()).isEqualTo("CLOSED");
        assertThat(shown(same).get("outcome").asText()).isEqualTo("LAPSED");
    }

    @Test
    void knowsHiddenRequestsAsLittleAsThoseThatDoNotExist() {
        String hidden = secrets.draft("Oculta", SecretRequests.CONFIDENTIAL, "");
        String plain = api.draft();
        secrets.user("outsider", Role.HANDLER);
        for (boolean dryRun : new boolean[] {true, false}) {
            JsonNode report = api.post(
                            "outsider",
                            PATH + dryRun,
                            "{\"command\":\"withdrawal\",\"reason\":\"x\",\"requests\":"
                                    + items(hidden, plain, "CU-OUT-1999-0001") + "}")
                    .body();
            assertThat(outcomes(report)).isEqualTo("NOT_FOUND DONE NOT_FOUND");
            JsonNode asHidden = report.at("/requests/0");
            JsonNode asUnknown = report.at("/requests/2");
            assertThat(asHidden.toString().replace(hidden, ""))
                    .isEqualTo(asUnknown.toString().replace("CU-OUT-1999-0001", ""));
        }
        assertThat(count("select count(*) from cooperation_request where lifecycle = 'DRAFT' and reference = '" + hidden
                        + "'"))
                .isEqualTo(1);
    }

    @Test
    void givesNobodyWhatHeMayNotSee() {
        String hidden = secrets.draft("Reservada", SecretRequests.CONFIDENTIAL, "");
        String plain = api.draft();
        secrets.user("outsider", Role.HANDLER);
        JsonNode report = api.post(
                        "handler",
                        PATH + false,
                        "{\"command\":\"assignment\",\"handler\":\"outsider\",\"reason\":\"x\",\"requests\":"
                                + items(hidden, plain) + "}")
                .body();
        assertThat(outcomes(report)).isEqualTo("REFUSED DONE");
        assertThat(report.at("/requests/0/field").asText()).isEqualTo("handler");
        assertThat(report.at("/requests/0/reason").asText()).isEqualTo("may not see the request");
    }

    @ParameterizedTest
    @CsvSource({
        "auditor, withdrawal, 403",
        "reviewer, assignment, 403",
        "delegate, closure, 403",
        "admin, withdrawal, 403",
        "handler, closure, 403",
        "manager, closure, 200",
        "head, withdrawal, 200",
        "handler, assignment, 200"
    })
    void asksForTheRolesOfTheCommand(String user, String command, int status) {
        Api.Answer answer = api.post(
                user,
                PATH + true,
                "{\"command\":\"" + command + "\",\"reason\":\"x\",\"handler\":\"handler\",\"requests\":"
                        + items(api.dispatched()) + "}");
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'reason':'x','requests':[{'reference':'A'}]}; command",
                "{'command':'review','reason':'x','requests':[{'reference':'A'}]}; command",
                "{'command':'withdrawal','requests':[{'reference':'A'}]}; reason",
                "{'command':'withdrawal','reason':' ','requests':[{'reference':'A'}]}; reason",
                "{'command':'withdrawal','reason':'x'}; requests",
                "{'command':'withdrawal','reason':'x','requests':[]}; requests",
                "{'command':'withdrawal','reason':'x','requests':[null]}; requests[0]",
                "{'command':'withdrawal','reason':'x','requests':[{'version':1}]}; requests[0].reference",
                "{'command':'withdrawal','reason':'x','requests':[{'reference':'A','version':'one'}]}; requests[0].version",
                "{'command':'withdrawal','reason':'x','requests':[{'reference':'A'},{'reference':'A'}]}; requests[1].reference",
                "{'command':'assignment','reason':'x','requests':[{'reference':'A'}]}; handler",
                "{'command':'assignment','reason':'x','handler':'auditor','requests':[{'reference':'A'}]}; handler",
                "{'command':'closure','reason':'x','outcome':'LOST','requests':[{'reference':'A'}]}; outcome",
                "{'command':'closure','reason':'x','outcome':'REFUSED','requests':[{'reference':'REAL'}]}; ground",
                "{'command':'withdrawal','reason':'CONTROL','requests':[{'reference':'REAL'}]}; reason",
                "{'command':'withdrawal','reason':'x','why':'y','requests':[{'reference':'A'}]}; why"
            })
    void namesWhatIsWrongAndChangesNothing(String body, String field) {
        String real = api.dispatched();
        String sent = body.replace('\'', '"').replace("REAL", real).replace("CONTROL", "a\\u0007b");
        Api.Answer refused = api.post("manager", PATH + false, sent);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo(field);
        assertThat(shown(real).get("lifecycle").asText()).isEqualTo("AWAITING_RESPONSE");
    }

    @Test
    void takesFiveHundredAtMost() {
        String items = IntStream.rangeClosed(0, 500)
                .mapToObj(n -> "{\"reference\":\"X-" + n + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        Api.Answer refused = api.post(
                "manager", PATH + true, "{\"command\":\"withdrawal\",\"reason\":\"x\",\"requests\":" + items + "}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo("requests");
        assertThat(api.post("manager", "/api/requests/bulk", "{}").text("field"))
                .isEqualTo("dryRun");
    }

    private String withdrawn() {
        String reference = api.draft();
        api.post("handler", "/api/requests/" + reference + "/withdrawal", "{\"reason\":\"Error\"}");
        return reference;
    }

    private JsonNode shown(String reference) {
        return api.get("auditor", "/api/requests/" + reference).body();
    }

    private String lastEvent(String reference) {
        JsonNode events =
                api.get("auditor", "/api/requests/" + reference + "/events").body();
        return events.get(events.size() - 1).toString();
    }

    private String item(String reference) {
        return "{\"reference\":\"" + reference + "\",\"version\":"
                + shown(reference).get("version").asLong() + "}";
    }

    private static String items(String... references) {
        return Arrays.stream(references)
                .map(reference -> "{\"reference\":\"" + reference + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String outcomes(JsonNode report) {
        return report.get("requests").findValuesAsText("outcome").stream().collect(Collectors.joining(" "));
    }

    private long processes(String reference) {
        return jdbc.sql("select count(*) from act_ru_execution where business_key_ = ?")
                .param(reference)
                .query(Long.class)
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
