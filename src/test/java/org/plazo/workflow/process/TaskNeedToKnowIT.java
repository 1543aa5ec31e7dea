package org.plazo.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plazo.support.SecretRequests.CONFIDENTIAL;
import static org.plazo.support.SecretRequests.COUNTER_TERRORISM;
import static org.plazo.support.SecretRequests.ORDINARY;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.DeadlineKind;
import org.plazo.security.Role;
import org.plazo.security.web.WebClient;
import org.plazo.support.PlazoIT;
import org.plazo.support.SecretRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Task lists show, count and give away only what a person may know of; by the engine's own check of tenants. */
@PlazoIT
class TaskNeedToKnowIT {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    private int port;

    @Autowired
    private SecretRequests secrets;

    @Autowired
    private RequestWorld world;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private AccessFollower follower;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void makePeople() {
        secrets.user("plainreviewer", Role.REVIEWER);
        secrets.user("clearedreviewer", Role.REVIEWER, "confidential");
        secrets.user("circlereviewer", Role.REVIEWER, "confidential", "counterterrorism");
    }

    @Test
    void listsTheTasksOfRequestsThatOneMaySee() {
        String open = secrets.submitted("Lista uno", ORDINARY, "");
        String closed = secrets.submitted("Lista dos", CONFIDENTIAL, "");
        String circle = secrets.submitted("Lista tres", CONFIDENTIAL, COUNTER_TERRORISM);

        assertThat(runtimeTenant(open)).isNull();
        assertThat(found("plainreviewer", open, closed, circle)).containsExactly(open);
        assertThat(found("clearedreviewer", open, closed, circle)).containsExactly(open, closed);
        assertThat(found("circlereviewer", open, closed, circle)).containsExactly(open, closed, circle);
        assertThat(found("reviewer", open, closed, circle)).containsExactly(open, closed);
        assertThat(found("admin", open, closed, circle))
                .as("an administrator sees no case because he is one")
                .containsExactly(open);
    }

    @Test
    void countsOnlyThem() {
        String circle = secrets.submitted("Cuenta", CONFIDENTIAL, COUNTER_TERRORISM);
        String one = "{\"processInstanceBusinessKey\":\"" + circle + "\"}";
        assertThat(as("clearedreviewer")
                        .webapp("POST", ENGINE + "/task/count", one)
                        .body())
                .contains("\"count\":0");
        assertThat(as("circlereviewer")
                        .webapp("POST", ENGINE + "/task/count", one)
                        .body())
                .contains("\"count\":1");
    }

    @Test
    void knowsAHiddenTaskByNoAddress() {
        String circle = secrets.submitted("Direcciones", CONFIDENTIAL, COUNTER_TERRORISM);
        Task task = world.task(circle, Names.REVIEW_REQUEST);
        String at = ENGINE + "/task/" + task.getId();
        WebClient plain = as("plainreviewer");
        for (String part :
                List.of("", "/form", "/deployed-form", "/form-variables", "/rendered-form", "/identity-links")) {
            HttpResponse<String> answer = plain.webapp("GET", at + part, null);
            assertThat(answer.statusCode()).as(part + answer.body()).isIn(400, 404);
            assertThat(answer.body()).as(part).doesNotContain(circle, "tenant");
        }
        for (String write : List.of("/claim", "/assignee", "/complete", "/submit-form")) {
            HttpResponse<String> answer = plain.webapp("POST", at + write, "{\"userId\":\"plainreviewer\"}");
            assertThat(answer.statusCode()).as(write).isIn(400, 403, 404, 500);
            assertThat(answer.body()).as(write).doesNotContain(circle, "tenant");
        }
        assertThat(world.openTasks(circle)).containsExactly(Names.REVIEW_REQUEST);
        assertThat(plain.webapp("GET", ENGINE + "/process-instance/" + task.getProcessInstanceId(), null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(plain.webapp(
                                "GET",
                                ENGINE + "/history/task?processInstanceBusinessKey=" + circle + "&maxResults=10",
                                null)
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void givesATaskToNobodyWhoMayNotSeeIt() {
        String circle = secrets.submitted("Asignar", CONFIDENTIAL, COUNTER_TERRORISM);
        Task task = world.task(circle, Names.REVIEW_REQUEST);
        WebClient member = as("circlereviewer");
        String assignee = ENGINE + "/task/" + task.getId() + "/assignee";

        var refused = member.webapp("POST", assignee, "{\"userId\":\"clearedreviewer\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("may not know of this request", "take the assignee out");
        assertThat(member.webapp("POST", assignee, "{\"userId\":\"nobodyknows\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(member.webapp("POST", assignee, "{\"userId\":\"circlereviewer\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void completesAHiddenStepForWhoMay() {
        String circle = secrets.submitted("Completar", CONFIDENTIAL, COUNTER_TERRORISM);
        Task task = world.task(circle, Names.REVIEW_REQUEST);
        var answer = as("circlereviewer")
                .webapp(
                        "POST",
                        ENGINE + "/task/" + task.getId() + "/submit-form",
                        "{\"variables\":{\"decision\":{\"value\":\"APPROVE\",\"type\":\"String\"}}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(world.openTasks(circle)).containsExactly(Names.DISPATCH_REQUEST);
        assertThat(tenants(circle)).as("what came later, too").hasSize(1);
    }

    @Test
    void marksAProcessThatTheTasklistStarts() {
        secrets.user("clearedhandler", Role.HANDLER, "confidential");
        String form = "{\"variables\":{"
                + String.join(
                        ",",
                        fields("Desde el formulario").entrySet().stream()
                                .map(each -> "\"" + each.getKey() + "\":{\"value\":\"" + each.getValue()
                                        + "\",\"type\":\"String\"}")
                                .toList())
                + "}}";
        var answer = as("clearedhandler")
                .webapp("POST", ENGINE + "/process-definition/key/outgoing-request/submit-form", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String reference = jdbc.sql("select reference from cooperation_request where label = 'Desde el formulario'")
                .query(String.class)
                .single();
        assertThat(tenants(reference)).hasSize(1).doesNotContain("");
        assertThat(found("plainreviewer", reference)).isEmpty();
        assertThat(found("clearedreviewer", reference)).containsExactly(reference);
    }

    @Test
    void movesEveryRowWhenTheClassOfARunningRequestChanges() {
        String reference = secrets.submitted("Reclasificada", ORDINARY, "");
        tasks.setAssignee(world.task(reference, Names.REVIEW_REQUEST).getId(), "plainreviewer");
        assertThat(tenants(reference)).containsExactly("");

        reclassify(reference, CONFIDENTIAL, COUNTER_TERRORISM);
        assertThat(tenants(reference)).hasSize(1).doesNotContain("");
        assertThat(found("plainreviewer", reference)).isEmpty();
        assertThat(found("circlereviewer", reference)).containsExactly(reference);
        assertThat(world.task(reference, Names.REVIEW_REQUEST).getAssignee())
                .as("back to the group")
                .isNull();

        reclassify(reference, ORDINARY, "");
        assertThat(tenants(reference)).containsExactly("");
        assertThat(found("plainreviewer", reference)).containsExactly(reference);
    }

    @Test
    void firesTimersAndTakesMessagesOfHiddenProcesses() {
        String circle = secrets.submitted("Reloj", CONFIDENTIAL, COUNTER_TERRORISM);
        world.at(world.deadline(circle, DeadlineKind.REVIEW).dueAt().plusSeconds(1), circle);
        try {
            assertThat(world.steps(circle)).isNotEmpty();
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(circle)
                            .count())
                    .isEqualTo(1);
        } finally {
            world.resetClock();
        }
    }

    private void reclassify(String reference, String level, String groups) {
        transaction.executeWithoutResult(status -> {
            secrets.reclassify(reference, level, groups);
            follower.follow(reference);
        });
    }

    private WebClient as(String user) {
        return WebClient.loggedIn(port, user);
    }

    /** Which of the references stand in the task list of a person. */
    private List<String> found(String user, String... references) {
        String body = as(user).webapp(
                        "POST", ENGINE + "/task?maxResults=2000", "{\"processDefinitionKey\":\"outgoing-request\"}")
                .body();
        return java.util.Arrays.stream(references)
                .filter(reference -> body.contains(
                        world.task(reference, Names.REVIEW_REQUEST).getId()))
                .toList();
    }

    private String runtimeTenant(String reference) {
        return world.process(reference).getTenantId();
    }

    /** Of all rows of the process in the engine's tables; an empty word for none. */
    private TreeSet<String> tenants(String reference) {
        TreeSet<String> tenants = new TreeSet<>();
        String process = world.process(reference).getId();
        for (String table : jdbc.sql("""
                        select c.table_name || '.' || c.column_name from information_schema.columns c
                        where c.column_name in ('PROC_INST_ID_', 'PROCESS_INSTANCE_ID_') and exists
                          (select 1 from information_schema.columns t where t.table_name = c.table_name
                             and t.column_name = 'TENANT_ID_')""").query(String.class).list()) {
            String name = table.substring(0, table.indexOf('.'));
            String column = table.substring(table.indexOf('.') + 1);
            tenants.addAll(
                    jdbc.sql("select distinct coalesce(TENANT_ID_, '') from " + name + " where " + column + " = ?")
                            .param(process)
                            .query(String.class)
                            .list());
        }
        return tenants;
    }

    private static Map<String, String> fields(String label) {
        return Map.of(
                "kind", "INFORMATION",
                "requestingAuthority", "MININT",
                "requestedAuthority", "DOJ",
                "legalBasis", "MOU_2017",
                "crimeArea", "DRUGS",
                "label", label,
                "measures", "Registro",
                "urgency", "ROUTINE",
                "classification", CONFIDENTIAL);
    }
}
