package org.plazo.security.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plazo.security.web.WebClient.basic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.security.web.WebClient;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A request's tasks, handled with the calls that the Tasklist makes. */
@PlazoIT
class TasklistWorkIT {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String REQUEST = """
            {"kind":"INFORMATION","requestingAuthority":"MININT","requestedAuthority":"DOJ","legalBasis":"MOU_2017",
             "crimeArea":"DRUGS","label":"Tasklist test","measures":["One measure"]}""";

    private final ObjectMapper json = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private FilterService filterService;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private ManagementService managementService;

    private String task = "";
    private WebClient reviewer;

    @BeforeEach
    void submitRequest() throws Exception {
        WebClient api = WebClient.anonymous(port);
        String[] handler = basic("handler", "handler");
        var created = api.postJson("/api/requests", REQUEST, handler);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String reference = json.readTree(created.body()).get("reference").asText();
        assertThat(api.postJson("/api/requests/" + reference + "/submission", "{}", handler)
                        .statusCode())
                .isEqualTo(200);
        task = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("ReviewRequest")
                .singleResult()
                .getId();
        reviewer = WebClient.loggedIn(port, "reviewer");
    }

    @AfterEach
    void forget() {
        identityService.clearAuthentication();
    }

    @Test
    void findsTheTaskByTheFilterOfTheGroupAndTakesIt() throws Exception {
        JsonNode filters = json.readTree(
                reviewer.webapp("GET", ENGINE + "/filter?maxResults=1000", null).body());
        assertThat(filters).hasSizeGreaterThanOrEqualTo(5);
        String groups = "";
        for (JsonNode filter : filters) {
            if (filter.get("name").asText().contains("My groups")) {
                groups = filter.get("id").asText();
            }
        }
        String list = ENGINE + "/filter/" + groups + "/list?firstResult=0&maxResults=1000";
        assertThat(reviewer.webapp("POST", list, "{}").body()).contains(task);
        assertThat(reviewer.webapp("POST", ENGINE + "/task/" + task + "/claim", "{\"userId\":\"reviewer\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(reviewer.webapp("POST", list, "{}").body()).doesNotContain(task);
        assertThat(reviewer.webapp("GET", ENGINE + "/task/" + task + "/deployed-form", null)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void setsAFollowUpDateButNoOtherDueDate() throws Exception {
        Task before = taskService.createTaskQuery().taskId(task).singleResult();
        ObjectNode body = taskAsTheTasklistSendsIt();
        body.put("followUp", "2031-03-04T12:00:00.000+0000");
        assertThat(put(body)).isEqualTo(204);
        Task followed = taskService.createTaskQuery().taskId(task).singleResult();
        assertThat(followed.getFollowUpDate()).isNotNull();
        assertThat(followed.getDueDate()).isEqualTo(before.getDueDate());

        body.put("due", "2031-03-04T12:00:00.000+0000");
        assertThat(put(body)).isGreaterThanOrEqualTo(400);
        body.putNull("due");
        assertThat(put(body)).isGreaterThanOrEqualTo(400);
        assertThat(taskService.createTaskQuery().taskId(task).singleResult().getDueDate())
                .isEqualTo(before.getDueDate());
    }

    @Test
    void leavesNoTextOfACaseInTheEngine() {
        assertThat(reviewer.webapp(
                                "POST",
                                ENGINE + "/task/" + task + "/comment/create",
                                "{\"message\":\"text of a case\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(reviewer.webapp(
                                "PUT",
                                ENGINE + "/task/" + task + "/variables/text",
                                "{\"value\":\"text of a case\",\"type\":\"String\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(taskService.getTaskComments(task)).isEmpty();
    }

    /** Addresses aside: the engine itself refuses these to everybody but administrators. */
    @Test
    void isRefusedByTheEngineWhateverIsNotItsWork() {
        for (String role : List.of("handler", "reviewer", "manager", "head", "delegation", "auditor")) {
            identityService.setAuthentication("somebody", List.of(role));
            refused(() -> filterService.saveFilter(filterService.newTaskFilter("Filter of " + role)));
            refused(() -> repositoryService
                    .createDeployment()
                    .addModelInstance(
                            "x.bpmn",
                            Bpmn.createExecutableProcess("x")
                                    .camundaHistoryTimeToLive(1)
                                    .startEvent()
                                    .done())
                    .deploy());
            refused(() -> identityService.saveUser(identityService.newUser("friend")));
            refused(() -> identityService.createMembership("handler", "camunda-admin"));
            refused(() -> identityService.deleteUser("admin"));
            String instance = taskInstance();
            identityService.setAuthentication("somebody", List.of(role));
            refused(() -> runtimeService.deleteProcessInstance(instance, "x"));
            refused(() -> runtimeService.suspendProcessInstanceById(instance));
            refused(() -> runtimeService.setVariable(instance, "urgency", "EMERGENCY"));
            refused(() -> runtimeService
                    .createMessageCorrelation("RequestWithdrawn")
                    .processInstanceId(instance)
                    .correlate());
            refused(() -> managementService.getProperties());
            identityService.clearAuthentication();
        }
    }

    @Test
    void startsOnlyByHandlers() {
        identityService.setAuthentication("somebody", List.of("reviewer"));
        refused(() -> runtimeService.startProcessInstanceByKey("outgoing-request"));
    }

    private String taskInstance() {
        identityService.clearAuthentication();
        return taskService.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(AuthorizationException.class);
    }

    private ObjectNode taskAsTheTasklistSendsIt() throws Exception {
        ObjectNode read = (ObjectNode) json.readTree(
                reviewer.webapp("GET", ENGINE + "/task/" + task, null).body());
        ObjectNode body = json.createObjectNode();
        for (String field : List.of("id", "name", "description", "priority", "assignee", "owner", "delegationState")) {
            body.set(field, read.get(field));
        }
        body.set("due", read.get("due"));
        body.set("followUp", read.get("followUp"));
        body.set("parentTaskId", read.get("parentTaskId"));
        body.set("tenantId", read.get("tenantId"));
        return body;
    }

    private int put(JsonNode body) {
        return reviewer.webapp("PUT", ENGINE + "/task/" + task, body.toString()).statusCode();
    }
}
