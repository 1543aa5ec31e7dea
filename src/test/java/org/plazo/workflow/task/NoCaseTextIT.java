package org.plazo.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.NewRequest;
import org.plazo.request.RequestCommands;
import org.plazo.request.Urgency;
import org.plazo.support.PlazoIT;
import org.plazo.workflow.process.RequestWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever anybody types, by form or by command, is never found in a table of the engine, not even in its history. */
@PlazoIT
class NoCaseTextIT {

    private static final String CANARY = "Zunzuncito";

    @Autowired
    private RequestWorld world;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private FormService forms;

    @Autowired
    private RepositoryService definitions;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void keepsWhatIsTypedInFormsOutOfTheEngine() throws SQLException {
        String definition = definitions
                .createProcessDefinitionQuery()
                .processDefinitionKey("outgoing-request")
                .latestVersion()
                .singleResult()
                .getId();
        Map<String, Object> form = new HashMap<>(Map.of(
                "kind", "INFORMATION",
                "requestingAuthority", "MININT",
                "requestedAuthority", "DOJ",
                "legalBasis", "MOU_2017",
                "crimeArea", "DRUGS",
                "label", CANARY + " 1",
                "facts", (CANARY + " 2 ").repeat(300),
                "measures", CANARY + " 3\n" + CANARY + " 4",
                "urgency", "URGENT",
                "urgencyReason", CANARY + " 5"));
        form.put("purpose", CANARY + " 6");
        form.put("somethingElse", CANARY + " 7");
        String reference = runtime.createProcessInstanceQuery()
                .processInstanceId(forms.submitStartForm(definition, form).getId())
                .singleResult()
                .getBusinessKey();
        submit(reference, "ReviewRequest", Map.of("decision", "RETURN", "reason", CANARY + " 8"));
        submit(reference, "CorrectRequest", Map.of("note", CANARY + " 9"));
        submit(reference, "ReviewRequest", Map.of("decision", "APPROVE", "reason", CANARY + " 10"));
        submit(reference, "DispatchRequest", Map.of("channel", "INTERPOL", "unknown", CANARY + " 11"));
        submit(reference, "FollowUp", Map.of("received", "ACKNOWLEDGEMENT", "theirReference", CANARY + " 12"));
        submit(reference, "FollowUp", Map.of("received", "INTERIM_REPLY", "note", CANARY + " 13"));
        submit(reference, "FollowUp", Map.of("received", "RESPONSE", "note", CANARY + " 14"));
        assertThat(runtime.getVariables(world.process(reference).getId()).keySet())
                .containsExactlyInAnyOrder(
                        "requestId",
                        "reference",
                        "urgency",
                        "crimeArea",
                        "requestedAuthority",
                        "measureCount",
                        "approved");
        submit(reference, "AssessResponse", Map.of("outcome", "PARTIAL", "reason", CANARY + " 15"));

        assertThat(jdbc.sql("select label from cooperation_request where reference = :reference")
                        .param("reference", reference)
                        .query(String.class)
                        .single())
                .isEqualTo(CANARY + " 1");
        assertThat(engineColumnsWith(CANARY)).isEmpty();
    }

    @Test
    void keepsWhatIsTypedOfTheOtherSidesRequestsOutOfTheEngine() throws SQLException {
        String definition = definitions
                .createProcessDefinitionQuery()
                .processDefinitionKey("incoming-request")
                .latestVersion()
                .singleResult()
                .getId();
        Map<String, Object> form = new HashMap<>(Map.of(
                "channel", "DIPLOMATIC_NOTE",
                "kind", "EVIDENCE",
                "requestingAuthority", "DOJ",
                "requestedAuthority", "FGR",
                "legalBasis", "UNTOC",
                "crimeArea", "CYBERCRIME",
                "label", CANARY + " 1",
                "facts", (CANARY + " 2 ").repeat(300),
                "measures", CANARY + " 3\n" + CANARY + " 4",
                "urgency", "ROUTINE"));
        form.put("theirReference", CANARY + " 5");
        form.put("measure", CANARY + " 6");
        String reference = runtime.createProcessInstanceQuery()
                .processInstanceId(forms.submitStartForm(definition, form).getId())
                .singleResult()
                .getBusinessKey();
        submit(reference, "RegisterRequest", Map.of("note", CANARY + " 7"));
        submit(reference, "ConfirmReceipt", Map.of("theirReference", CANARY + " 8", "nrOfInstances", CANARY + " 9"));
        submit(reference, "DecideAdmissibility", Map.of("choice", "INFORMATION_NEEDED", "reasons", CANARY + " 10"));
        submit(
                reference,
                "RecordInformation",
                Map.of("came", "CAME", "note", CANARY + " 11", "reason", CANARY + " 11a"));
        submit(reference, "DecideAdmissibility", Map.of("choice", "ADMISSIBLE", "transferredTo", CANARY + " 12"));
        submit(reference, "AssignAgency", Map.of("agency", "AGR", "note", CANARY + " 13"));
        submit(
                reference,
                "ExecuteMeasure",
                Map.of(
                        "measureOutcome",
                        "REFUSED",
                        "ground",
                        "IMMUNITY",
                        "reasons",
                        CANARY + " 14",
                        "measure",
                        CANARY));
        assertThat(engineColumnsWith(CANARY)).isEmpty();
        submit(reference, "ExecuteMeasure", Map.of("measureOutcome", "NOT_HELD", "loopCounter", CANARY + " 15"));
        submit(reference, "DraftResponse", Map.of("note", CANARY + " 16"));
        assertThat(runtime.getVariables(world.process(reference).getId()).keySet())
                .containsExactlyInAnyOrder(
                        "requestId",
                        "reference",
                        "urgency",
                        "crimeArea",
                        "requestingAuthority",
                        "requestedAuthority",
                        "executingAgency",
                        "measureCount",
                        "admissibility");
        assertThat(engineColumnsWith(CANARY)).isEmpty();
    }

    @Test
    void keepsWhatComesWithCommandsOutOfTheEngine() throws SQLException {
        NewRequest request = new NewRequest(
                "INFORMATION",
                "MININT",
                "DOJ",
                "MOU_2017",
                "DRUGS",
                CANARY + " A",
                CANARY + " B",
                CANARY + " C",
                List.of(CANARY + " D"),
                Urgency.URGENT,
                CANARY + " E",
                null,
                null,
                null,
                CANARY + " F",
                null);
        String reference = commands.create(request, RequestWorld.HANDLER);
        commands.submit(reference, RequestWorld.HANDLER);
        commands.review(reference, false, CANARY + " G", RequestWorld.REVIEWER);
        commands.correct(reference, CANARY + " H", RequestWorld.HANDLER);
        commands.review(reference, true, CANARY + " I", RequestWorld.REVIEWER);
        commands.dispatch(reference, null, null, RequestWorld.HANDLER);
        commands.acknowledge(reference, null, CANARY + " J", RequestWorld.HANDLER);
        commands.recordResponse(reference, null, CANARY + " K", RequestWorld.HANDLER);
        commands.assess(reference, AssessmentOutcome.PARTIAL, CANARY + " L", RequestWorld.HANDLER);
        commands.withdraw(reference, CANARY + " M", RequestWorld.HANDLER);

        assertThat(engineColumnsWith(CANARY)).isEmpty();
    }

    @Test
    void wouldFindItIfItWereThere() throws SQLException {
        String reference = world.submitted(Urgency.ROUTINE);
        runtime.setVariable(world.process(reference).getId(), "probe", "Cartacuba");
        try {
            assertThat(engineColumnsWith("Cartacuba")).contains("ACT_RU_VARIABLE.TEXT_");
        } finally {
            runtime.removeVariable(world.process(reference).getId(), "probe");
        }
    }

    private void submit(String reference, String step, Map<String, Object> form) {
        forms.submitTaskForm(world.task(reference, step).getId(), new HashMap<>(form));
    }

    /** Names of the columns in the engine's tables where a word is found, in characters or in bytes. */
    private List<String> engineColumnsWith(String word) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet columns = connection.getMetaData().getColumns(null, null, "ACT\\_%", "%")) {
            while (columns.next()) {
                String column = columns.getString("COLUMN_NAME");
                String table = columns.getString("TABLE_NAME");
                if (contains(columns.getString("TYPE_NAME"), table, column, word)) {
                    found.add(table + "." + column);
                }
            }
        }
        return found;
    }

    private boolean contains(String type, String table, String column, String word) {
        if (type.startsWith("CHARACTER")) {
            return jdbc.sql("select count(*) from " + table + " where " + column + " like :word")
                            .param("word", "%" + word + "%")
                            .query(Long.class)
                            .single()
                    > 0;
        }
        if (type.startsWith("BINARY")) {
            return jdbc
                    .sql("select " + column + " from " + table + " where " + column + " is not null")
                    .query((row, index) -> new String(row.getBytes(1), java.nio.charset.StandardCharsets.UTF_8))
                    .list()
                    .stream()
                    .anyMatch(text -> text.contains(word));
        }
        return false;
    }
}
