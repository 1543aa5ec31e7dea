package org.plazo.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.IncomingCommands;
import org.plazo.request.Lifecycle;
import org.plazo.request.RequestCommands;
import org.plazo.request.Urgency;
import org.plazo.security.web.WebClient;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.plazo.workflow.process.RequestWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the other side asks of us, from the start form to the end, with the calls that the Tasklist makes. */
@PlazoIT
class IncomingTasklistIT {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    /** A Monday, noon in Havana. */
    private static final Instant MONDAY = Instant.parse("2026-02-02T17:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private RequestWorld world;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private IncomingCommands incoming;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private final Map<String, WebClient> people = new HashMap<>();

    @BeforeEach
    void stopTheClock() {
        clock.set(MONDAY);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    private WebClient as(String user) {
        return people.computeIfAbsent(user, id -> WebClient.loggedIn(port, id));
    }

    private static Map<String, String> asked() {
        Map<String, String> form = new HashMap<>();
        form.put("channel", "DIPLOMATIC_NOTE");
        form.put("at", "2026-01-30 10:00");
        form.put("kind", "EVIDENCE");
        form.put("requestingAuthority", "DOJ");
        form.put("requestedAuthority", "FGR");
        form.put("theirReference", "DOJ-2026-5");
        form.put("legalBasis", "UNTOC");
        form.put("crimeArea", "CYBERCRIME");
        form.put("label", "Datos de abonado");
        form.put("facts", "Hechos que no son del motor");
        form.put("measures", "Datos de abonado\nRegistros de conexión\nConservación");
        form.put("urgency", "ROUTINE");
        form.put("classification", "ORDINARY");
        form.put("datedOn", "2026-01-28");
        form.put("requestedOn", "2026-04-01");
        return form;
    }

    private HttpResponse<String> submit(String user, String path, Map<String, String> form) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode variables = body.putObject("variables");
        form.forEach(
                (name, value) -> variables.putObject(name).put("value", value).put("type", "String"));
        return as(user).webapp("POST", ENGINE + path, body.toString());
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private String started(Map<String, String> form) {
        HttpResponse<String> answer = submit("handler", "/process-definition/key/incoming-request/submit-form", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return read(answer).path("businessKey").asText();
    }

    private void done(String user, String reference, String step, Map<String, String> form) {
        HttpResponse<String> answer = attempt(user, world.task(reference, step).getId(), form);
        assertThat(answer.statusCode()).as(step + ": " + answer.body()).isEqualTo(204);
    }

    private HttpResponse<String> attempt(String user, String task, Map<String, String> form) {
        return submit(user, "/task/" + task + "/submit-form", form);
    }

    private String refusal(String user, String reference, String step, Map<String, String> form) {
        HttpResponse<String> answer = attempt(user, world.task(reference, step).getId(), form);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 500);
        return read(answer).path("message").asText();
    }

    private String registered() {
        String reference = started(asked());
        done("handler", reference, "RegisterRequest", Map.of());
        return reference;
    }

    private String inExecution() {
        String reference = registered();
        done("handler", reference, "DecideAdmissibility", Map.of("choice", "ADMISSIBLE"));
        done("handler", reference, "AssignAgency", Map.of("agency", "AGR"));
        return reference;
    }

    private List<String> outcomes(String reference) {
        return jdbc.sql("select outcome, ground, reasons from measure where request_id = :id order by position")
                .param("id", world.request(reference).id())
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list();
    }

    /** Ids of tasks by their names, as somebody finds them in the Tasklist. */
    private Map<String, String> tasks(String user, String reference) {
        Map<String, String> tasks = new HashMap<>();
        String body = as(user).webapp(
                        "POST",
                        ENGINE + "/task?maxResults=50",
                        "{\"processInstanceBusinessKey\":\"" + reference + "\"}")
                .body();
        try {
            JSON.readTree(body)
                    .forEach(task -> tasks.put(
                            task.path("name").asText(), task.path("id").asText()));
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
        return tasks;
    }

    @Test
    void goesFromTheStartFormToClosed() {
        String reference = started(asked());
        assertThat(reference).startsWith("CU-IN-2026-");
        assertThat(world.request(reference).receivedAt()).isEqualTo(Instant.parse("2026-01-30T15:00:00Z"));
        assertThat(world.request(reference).lifecycle()).isEqualTo(Lifecycle.RECEIVED);
        assertThat(world.timers(reference))
                .containsOnlyKeys("NextAcknowledgementStepDue", "NextAdmissibilityStepDue", "NextResponseStepDue");

        done("handler", reference, "RegisterRequest", Map.of("note", "Completa"));
        done("handler", reference, "ConfirmReceipt", Map.of("at", "2026-02-02 11:00"));
        assertThat(world.request(reference).acknowledgedAt()).isEqualTo(Instant.parse("2026-02-02T16:00:00Z"));
        assertThat(world.timers(reference)).containsOnlyKeys("NextAdmissibilityStepDue", "NextResponseStepDue");

        done(
                "handler",
                reference,
                "DecideAdmissibility",
                Map.of("choice", "INFORMATION_NEEDED", "reasons", "Falta la traducción"));
        clock.advance(Duration.ofDays(3));
        done("handler", reference, "RecordInformation", Map.of("came", "CAME", "note", "Llegó la traducción"));
        done("handler", reference, "DecideAdmissibility", Map.of("choice", "ADMISSIBLE"));
        assertThat(world.timers(reference)).containsOnlyKeys("NextResponseStepDue");
        done("handler", reference, "AssignAgency", Map.of("agency", "AGR", "note", "Es de la aduana"));
        assertThat(world.request(reference).executingAgency()).isEqualTo("AGR");

        Map<String, String> measures = tasks("agency", reference);
        assertThat(measures).containsOnlyKeys("Execute measure 1", "Execute measure 2", "Execute measure 3");
        assertThat(attempt("agency", measures.get("Execute measure 2"), Map.of("measureOutcome", "NOT_HELD"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(tasks("agency", reference)).containsOnlyKeys("Execute measure 1", "Execute measure 3");
        assertThat(attempt(
                                "agency",
                                measures.get("Execute measure 1"),
                                Map.of("measureOutcome", "REFUSED", "ground", "IMMUNITY", "reasons", "Por inmunidad"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(attempt("handler", measures.get("Execute measure 3"), Map.of("measureOutcome", "EXECUTED"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(outcomes(reference))
                .containsExactly("REFUSED IMMUNITY Por inmunidad", "NOT_HELD null null", "EXECUTED null null");

        done("handler", reference, "DraftResponse", Map.of());
        done("manager", reference, "ClearResponse", Map.of("decision", "RETURN", "reason", "Falta el sello"));
        done("handler", reference, "DraftResponse", Map.of("note", "Sellada"));
        done("head", reference, "ClearResponse", Map.of("decision", "CLEAR"));
        done("handler", reference, "SendResponse", Map.of("channel", "DIPLOMATIC_NOTE"));

        assertThat(world.request(reference).lifecycle()).isEqualTo(Lifecycle.CLOSED);
        assertThat(world.process(reference)).isNull();
    }

    @Test
    void draftsARefusalAndIsDoneWithATransfer() {
        String refused = registered();
        done(
                "handler",
                refused,
                "DecideAdmissibility",
                Map.of("choice", "REFUSED", "ground", "SOVEREIGNTY", "reasons", "Intereses esenciales"));
        assertThat(outcomes(refused)).containsOnly("REFUSED SOVEREIGNTY Intereses esenciales");
        assertThat(world.openTasks(refused)).containsExactly("ConfirmReceipt", "DraftResponse");

        String transferred = registered();
        done(
                "handler",
                transferred,
                "DecideAdmissibility",
                Map.of("choice", "TRANSFERRED", "transferredTo", "Interpol", "reasons", "No es competencia nuestra"));
        assertThat(world.process(transferred)).isNull();
        assertThat(world.request(transferred).lifecycle()).isEqualTo(Lifecycle.TRANSFERRED);
    }

    @Test
    void saysWhatIsMissingInTheReadersWords() {
        Map<String, String> form = asked();
        form.put("requestingAuthority", "MININT");
        HttpResponse<String> start = submit("handler", "/process-definition/key/incoming-request/submit-form", form);
        assertThat(start.statusCode()).isBetween(400, 500);
        assertThat(read(start).path("message").asText())
                .isEqualTo("Requesting authority: is not an authority of the side that is meant");

        form = asked();
        form.put("at", "2026-02-03 10:00");
        assertThat(read(submit("handler", "/process-definition/key/incoming-request/submit-form", form))
                        .path("message")
                        .asText())
                .isEqualTo("Received: lies in the future");

        String reference = registered();
        assertThat(refusal("handler", reference, "DecideAdmissibility", Map.of("choice", "REFUSED", "reasons", "x")))
                .startsWith("Ground: ");
        assertThat(refusal("handler", reference, "DecideAdmissibility", Map.of("choice", "INFORMATION_NEEDED")))
                .isEqualTo("Reasons: is missing");
        assertThat(refusal(
                        "handler", reference, "DecideAdmissibility", Map.of("choice", "TRANSFERRED", "reasons", "x")))
                .isEqualTo("To which authority it goes: is missing");
        assertThat(refusal("handler", reference, "ConfirmReceipt", Map.of("at", "2026-01-01")))
                .startsWith("Date: lies before");
        done("handler", reference, "DecideAdmissibility", Map.of("choice", "ADMISSIBLE"));
        assertThat(refusal("handler", reference, "AssignAgency", Map.of("agency", "DOJ")))
                .isEqualTo("Executing agency: is not an authority of the side that is meant");
        done("handler", reference, "AssignAgency", Map.of("agency", "AGR"));
        assertThat(refusal("agency", reference, "ExecuteMeasure", Map.of("measureOutcome", "REFUSED", "reasons", "x")))
                .matches("Ground for measure \\d: is needed with the chosen outcome");
        assertThat(world.openTasks(reference))
                .containsExactly("ConfirmReceipt", "ExecuteMeasure", "ExecuteMeasure", "ExecuteMeasure");
    }

    @Test
    void letsNobodyClearWhoMayNot() {
        String reference = registered();
        done(
                "handler",
                reference,
                "DecideAdmissibility",
                Map.of("choice", "REFUSED", "ground", "DE_MINIMIS", "reasons", "Importancia mínima"));
        done("handler", reference, "DraftResponse", Map.of());
        assertThat(refusal("handler2", reference, "ClearResponse", Map.of("decision", "CLEAR")))
                .startsWith("Your role does not allow this step");
        assertThat(world.request(reference).lifecycle()).isEqualTo(Lifecycle.IN_CLEARANCE);
    }

    /** What a form brings in beside its fields changes no measure but the task's, and leaves nothing behind. */
    @Test
    void doesNotLetAFormPointAtAnotherMeasure() {
        String reference = inExecution();
        String second = tasks("agency", reference).get("Execute measure 2");
        assertThat(attempt("agency", second, Map.of("measureOutcome", "EXECUTED", "measure", "3", "loopCounter", "9"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(outcomes(reference)).containsExactly("null null null", "EXECUTED null null", "null null null");
        assertThat(tasks("agency", reference))
                .containsOnlyKeys("Acknowledge receipt", "Execute measure 1", "Execute measure 3");

        HttpResponse<String> withText = attempt(
                "handler",
                world.task(reference, "ConfirmReceipt").getId(),
                Map.of("measure", "un texto del caso", "nrOfInstances", "otro texto del caso"));
        assertThat(withText.statusCode()).isEqualTo(204);
        assertThat(jdbc.sql("select count(*) from ACT_RU_VARIABLE where TEXT_ like '%texto del caso'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from ACT_RU_VARIABLE where TEXT_ like '%motor%' or TEXT_ like '%abonado%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void endsFromEveryStepWhenTheOtherSideWithdraws() {
        List<String> references = List.of(started(asked()), registered(), inExecution());
        done("agency", references.get(2), "ExecuteMeasure", Map.of("measureOutcome", "EXECUTED"));
        for (String reference : references) {
            commands.withdraw(reference, "La retiran", RequestWorld.HANDLER);
            assertThat(tasks("handler", reference)).isEmpty();
            assertThat(world.ends(reference)).contains("RequestClosedByWithdrawal");
        }
    }

    @Test
    void followsTheClaimOfAPersonToTheAgencyThatTakesOver() {
        String reference = inExecution();
        String measure = tasks("agency", reference).get("Execute measure 1");
        assertThat(as("agency")
                        .webapp("POST", ENGINE + "/task/" + measure + "/claim", "{\"userId\":\"agency\"}")
                        .statusCode())
                .isEqualTo(204);
        String other = tasks("agency", reference).get("Execute measure 2");
        assertThat(as("handler2")
                        .webapp("POST", ENGINE + "/task/" + other + "/claim", "{\"userId\":\"handler2\"}")
                        .statusCode())
                .isEqualTo(204);

        incoming.assignAgency(reference, "FGR", "Es competente la fiscalía", RequestWorld.MANAGER);

        assertThat(assignees(reference))
                .containsExactly("Execute measure 1 null", "Execute measure 2 handler2", "Execute measure 3 null");
    }

    private List<String> assignees(String reference) {
        JsonNode found = read(as("handler")
                .webapp(
                        "POST",
                        ENGINE + "/task?maxResults=50",
                        "{\"processInstanceBusinessKey\":\"" + reference
                                + "\",\"taskDefinitionKey\":\"ExecuteMeasure\"}"));
        return StreamSupport.stream(found.spliterator(), false)
                .map(task ->
                        task.path("name").asText() + " " + task.path("assignee").asText())
                .sorted()
                .toList();
    }

    /** A list of tasks tells measures apart, and the filters find what is ours to do. */
    @Test
    void standsInTheFiltersOfTheTasklist() {
        Map<String, String> form = asked();
        form.put("at", "2025-06-02");
        form.put("datedOn", "2025-06-01");
        String reference = started(form);
        clock.reset();
        world.runDueJobs(reference);
        assertThat(filtered("handler", "My tasks", reference)).contains("RegisterRequest", "ConfirmReceipt");
        assertThat(filtered("handler", "Overdue", reference)).contains("RegisterRequest", "ConfirmReceipt");
        assertThat(filtered("manager", "Escalated", reference)).contains("RegisterRequest", "ConfirmReceipt");
        commands.withdraw(reference, "Fin de la prueba", RequestWorld.HANDLER);
    }

    private List<String> filtered(String user, String filter, String reference) {
        JsonNode filters = read(as(user).webapp("GET", ENGINE + "/filter?resourceType=Task&maxResults=50", null));
        String id = StreamSupport.stream(filters.spliterator(), false)
                .filter(each -> each.path("name").asText().equals(filter))
                .map(each -> each.path("id").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError(filters.toString()));
        JsonNode found = read(as(user).webapp(
                        "POST",
                        ENGINE + "/filter/" + id + "/list?maxResults=50",
                        "{\"processInstanceBusinessKey\":\"" + reference + "\"}"));
        return StreamSupport.stream(found.spliterator(), false)
                .map(task -> task.path("taskDefinitionKey").asText())
                .toList();
    }

    /** Several people are done in the same moment: nobody loses what he entered, and the last one moves the request on. */
    @Test
    void takesMeasuresThatAreDoneAtTheSameMoment() throws Exception {
        Map<String, String> form = asked();
        form.put("measures", "Uno\nDos\nTres\nCuatro\nCinco\nSeis");
        String reference = started(form);
        done("handler", reference, "RegisterRequest", Map.of());
        done("handler", reference, "DecideAdmissibility", Map.of("choice", "ADMISSIBLE"));
        done("handler", reference, "AssignAgency", Map.of("agency", "AGR"));
        Map<String, String> measures = tasks("agency", reference);
        measures.remove("Acknowledge receipt");
        ExecutorService together = Executors.newFixedThreadPool(measures.size());
        try {
            List<Callable<HttpResponse<String>>> attempts = measures.values().stream()
                    .<Callable<HttpResponse<String>>>map(
                            task -> () -> attempt("agency", task, Map.of("measureOutcome", "EXECUTED")))
                    .toList();
            for (Future<HttpResponse<String>> answer : together.invokeAll(attempts)) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(204);
            }
        } finally {
            together.shutdownNow();
        }
        assertThat(outcomes(reference)).hasSize(6).containsOnly("EXECUTED null null");
        assertThat(world.openTasks(reference)).containsExactly("ConfirmReceipt", "DraftResponse");
    }

    /** Neither the customs nor another handler may know of what is confidential, whoever has the request. */
    @Test
    void showsNobodyWhatHeMayNotKnow() {
        Map<String, String> form = asked();
        form.put("classification", "CONFIDENTIAL");
        String reference = started(form);
        assertThat(world.process(reference).getTenantId()).isNotNull();
        done("handler", reference, "RegisterRequest", Map.of());
        done("handler", reference, "DecideAdmissibility", Map.of("choice", "ADMISSIBLE"));
        done("handler", reference, "AssignAgency", Map.of("agency", "AGR"));
        assertThat(tasks("handler", reference)).hasSize(4);
        assertThat(tasks("handler2", reference)).isEmpty();
        assertThat(tasks("agency", reference)).isEmpty();
        String measure = tasks("handler", reference).get("Execute measure 1");
        assertThat(attempt("agency", measure, Map.of("measureOutcome", "EXECUTED"))
                        .statusCode())
                .isBetween(400, 500);
        assertThat(outcomes(reference)).containsOnly("null null null");
    }

    @Test
    void mayBeStartedByHandlersOnly() {
        assertThat(submit("manager", "/process-definition/key/incoming-request/submit-form", asked())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void carriesUrgencyIntoTheClocks() {
        Map<String, String> form = asked();
        form.put("urgency", Urgency.EMERGENCY.name());
        form.put("urgencyReason", "Riesgo de pérdida de datos");
        form.put("at", "");
        String reference = started(form);
        assertThat(world.timers(reference))
                .containsEntry("NextAcknowledgementStepDue", MONDAY.plus(Duration.ofMinutes(40)))
                .containsEntry("NextAdmissibilityStepDue", MONDAY.plus(Duration.ofMinutes(90)))
                .containsEntry("NextResponseStepDue", MONDAY.plus(Duration.ofHours(6)));
    }
}
