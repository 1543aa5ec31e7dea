package org.plazo.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.Lifecycle;
import org.plazo.request.Urgency;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.plazo.workflow.process.RequestWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** What is done with forms, as the Tasklist hands them in. */
@PlazoIT
class TasklistIT {

    private static final Instant MONDAY = Instant.parse("2026-02-02T17:00:00Z");

    @Autowired
    private RequestWorld world;

    @Autowired
    private FormService forms;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService definitions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.set(MONDAY);
    }

    @AfterEach
    void tidyUp() {
        clock.reset();
        SecurityContextHolder.clearContext();
    }

    private static void as(String user, String... roles) {
        var authorities = Arrays.stream(roles)
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, authorities));
    }

    private static Map<String, Object> newRequest(String label) {
        Map<String, Object> form = new HashMap<>();
        form.put("kind", "INFORMATION");
        form.put("requestingAuthority", "MININT");
        form.put("requestedAuthority", "DOJ");
        form.put("legalBasis", "MOU_2017");
        form.put("crimeArea", "DRUGS");
        form.put("label", label);
        form.put("facts", "Hechos de prueba");
        form.put("purpose", "");
        form.put("measures", "Registro de un contenedor\n\n  Copia del manifiesto ");
        form.put("urgency", "EMERGENCY");
        form.put("urgencyReason", "Riesgo de fuga");
        form.put("classification", "ORDINARY");
        form.put("datedOn", "2026-02-01");
        return form;
    }

    private String started(Map<String, Object> form) {
        String definition = definitions
                .createProcessDefinitionQuery()
                .processDefinitionKey("outgoing-request")
                .latestVersion()
                .singleResult()
                .getId();
        ProcessInstance process = forms.submitStartForm(definition, form);
        return runtime.createProcessInstanceQuery()
                .processInstanceId(process.getId())
                .singleResult()
                .getBusinessKey();
    }

    private List<String> outcomes(String reference) {
        return jdbc.sql("select outcome, ground, reasons from measure where request_id = :id order by position")
                .param("id", world.request(reference).id())
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list();
    }

    private void submit(String reference, String step, Map<String, Object> form) {
        forms.submitTaskForm(world.task(reference, step).getId(), new HashMap<>(form));
    }

    @Test
    void walksFromTheStartFormToClosed() {
        as("handler", "HANDLER");
        String reference = started(newRequest("Consulta"));
        assertThat(world.request(reference).lifecycle()).isEqualTo(Lifecycle.IN_REVIEW);
        assertThat(world.request(reference).urgency()).isEqualTo(Urgency.EMERGENCY);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .count())
                .isEqualTo(1);
        assertThat(jdbc.sql("select description from measure where request_id = :id order by position")
                        .param("id", world.request(reference).id())
                        .query(String.class)
                        .list())
                .containsExactly("Registro de un contenedor", "Copia del manifiesto");

        as("reviewer", "REVIEWER");
        submit(reference, "ReviewRequest", Map.of("decision", "RETURN", "reason", "Falta algo"));
        as("handler", "HANDLER");
        submit(reference, "CorrectRequest", Map.of("note", "Añadido"));
        as("reviewer", "REVIEWER");
        submit(reference, "ReviewRequest", Map.of("decision", "APPROVE"));
        as("handler", "HANDLER");
        submit(reference, "DispatchRequest", Map.of("channel", "DIPLOMATIC_NOTE", "at", "2026-02-02 09:30"));
        assertThat(world.request(reference).dispatchedAt()).isEqualTo(Instant.parse("2026-02-02T14:30:00Z"));

        submit(reference, "FollowUp", Map.of("received", "ACKNOWLEDGEMENT", "theirReference", "DOJ-77"));
        assertThat(world.standing(reference)).containsExactly("FollowUp", "NextResponseStepDue");
        assertThat(world.request(reference).acknowledgedAt()).isEqualTo(MONDAY);
        submit(reference, "FollowUp", Map.of("received", "INTERIM_REPLY", "note", "Pronto"));
        assertThat(world.standing(reference)).containsExactly("FollowUp", "NextResponseStepDue");

        world.at(Instant.parse("2026-02-02T22:31:00Z"), reference);
        submit(reference, "SendReminder", Map.of("at", "", "note", "Por teléfono"));
        assertThat(world.openTasks(reference)).containsExactly("FollowUp");

        submit(reference, "FollowUp", Map.of("received", "RESPONSE", "at", "2026-02-02"));
        submit(
                reference,
                "AssessResponse",
                Map.of("outcome", "PARTIAL", "reason", "Falta el manifiesto", "measure1Outcome", "EXECUTED"));
        assertThat(outcomes(reference)).containsExactly("EXECUTED null null", "null null null");
        submit(reference, "FollowUp", Map.of("received", "RESPONSE"));
        submit(
                reference,
                "AssessResponse",
                Map.of(
                        "outcome", "COMPLETE",
                        "measure2Outcome", "REFUSED",
                        "measure2Ground", "SOVEREIGNTY",
                        "measure2Reasons", "Intereses esenciales"));

        assertThat(outcomes(reference))
                .containsExactly("EXECUTED null null", "REFUSED SOVEREIGNTY Intereses esenciales");
        assertThat(world.request(reference).lifecycle()).isEqualTo(Lifecycle.CLOSED);
        assertThat(world.process(reference)).isNull();
    }

    @Test
    void refusesAFormWithWordsInBothLanguagesAndChangesNothing() {
        as("handler", "HANDLER");
        long before = jdbc.sql("select count(*) from cooperation_request")
                .query(Long.class)
                .single();
        Map<String, Object> form = newRequest("Consulta");
        form.put("measures", "  ");
        assertThatThrownBy(() -> started(form)).hasMessage("Medidas: falta · Measures: is missing");
        form.put("measures", "Una");
        form.put("crimeArea", "PIRACY");
        assertThatThrownBy(() -> started(form)).hasMessageContainingAll("Ámbito delictivo", "Crime area");
        assertThat(jdbc.sql("select count(*) from cooperation_request")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);

        String reference = world.approved(Urgency.ROUTINE);
        assertThatThrownBy(
                        () -> submit(reference, "DispatchRequest", Map.of("channel", "INTERPOL", "at", "14/03/2026")))
                .hasMessageStartingWith("Fecha: debe ser una fecha como 2026-03-14")
                .hasMessageContaining(" · Date: must be a date such as 2026-03-14");
        assertThat(world.openTasks(reference)).containsExactly("DispatchRequest");
    }

    @Test
    void saysWhichMeasureLacksWhat() {
        String reference = world.dispatched(Urgency.ROUTINE);
        as("handler", "HANDLER");
        submit(reference, "FollowUp", Map.of("received", "RESPONSE"));
        Map<Map<String, String>, String> wrong = Map.of(
                Map.of("measure1Outcome", "REFUSED", "measure1Reasons", "Por eso"),
                "Causa de la medida 1: hace falta con el resultado elegido"
                        + " · Ground for measure 1: is needed with the chosen outcome",
                Map.of("measure1Outcome", "REFUSED", "measure1Ground", "IMMUNITY"),
                "Razones de la medida 1: hace falta con el resultado elegido"
                        + " · Reasons for measure 1: is needed with the chosen outcome",
                Map.of("measure1Outcome", "EXECUTED", "measure1Ground", "IMMUNITY"),
                "Causa de la medida 1: no corresponde al resultado elegido"
                        + " · Ground for measure 1: does not go with the chosen outcome",
                Map.of("measure1Ground", "IMMUNITY"),
                "Resultado de la medida 1: falta · Outcome of measure 1: is missing",
                Map.of("measure1Outcome", "VANISHED"),
                "Resultado de la medida 1: no es una de las opciones"
                        + " · Outcome of measure 1: is not one of the choices");
        wrong.forEach((typed, message) -> {
            Map<String, Object> form = new HashMap<>(typed);
            form.put("outcome", "COMPLETE");
            assertThatThrownBy(() -> submit(reference, "AssessResponse", form)).hasMessage(message);
        });
        assertThat(outcomes(reference)).containsOnly("null null null");
        assertThat(world.openTasks(reference)).containsExactly("AssessResponse");
    }

    @Test
    void checksTheRoleOfWhoeverCompletesATask() {
        String reference = world.submitted(Urgency.ROUTINE);
        as("handler", "HANDLER");
        assertThatThrownBy(() -> submit(reference, "ReviewRequest", Map.of("decision", "APPROVE")))
                .hasMessageStartingWith("Su función no permite este paso · Your role does not allow this step");
        assertThat(world.request(reference).lifecycle()).isEqualTo(Lifecycle.IN_REVIEW);
    }

    @Test
    void doesNotLetAFormPointTheProcessAtAnotherRequest() {
        String other = world.submitted(Urgency.ROUTINE);
        String reference = world.submitted(Urgency.ROUTINE);
        as("reviewer", "REVIEWER");

        submit(
                reference,
                "ReviewRequest",
                Map.of(
                        "decision",
                        "APPROVE",
                        "reference",
                        other,
                        "requestId",
                        world.request(other).id()));

        assertThat(world.request(reference).lifecycle()).isEqualTo(Lifecycle.APPROVED);
        assertThat(world.request(other).lifecycle()).isEqualTo(Lifecycle.IN_REVIEW);
        assertThat(runtime.getVariables(world.process(reference).getId()))
                .containsEntry("reference", reference)
                .containsEntry("requestId", world.request(reference).id());
    }
}
