package org.plazo.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.Urgency;
import org.plazo.security.web.WebClient;
import org.plazo.support.PlazoIT;
import org.plazo.workflow.process.RequestWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the Tasklist is told by the engine, in the language of whoever sits in front of it. */
@PlazoIT
class EngineInOneLanguageIT {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String SPANISH = "es-CU,es;q=0.9,en;q=0.8";
    private static final String ENGLISH = "en-US,en;q=0.9,es;q=0.8";

    @LocalServerPort
    private int port;

    @Autowired
    private RequestWorld world;

    @Autowired
    private RuntimeService runtime;

    private WebClient reviewer;

    @BeforeEach
    void logIn() {
        reviewer = WebClient.loggedIn(port, "reviewer");
    }

    private String asked(String language, String path) {
        HttpResponse<String> answer =
                reviewer.get(ENGINE + path, "Accept-Language", language, "Accept", "application/hal+json,*/*");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private void assertSaid(String path, String spanish, String english) {
        assertThat(asked(SPANISH, path)).contains(spanish).doesNotContain(english);
        assertThat(asked(ENGLISH, path)).contains(english).doesNotContain(spanish);
    }

    @Test
    void namesProcessesTasksAndFilters() {
        String reference = world.submitted(Urgency.ROUTINE);
        String task = world.task(reference, "ReviewRequest").getId();

        assertSaid("/process-definition?latest=true&maxResults=50", "Solicitud saliente", "Outgoing request");
        assertSaid("/task/" + task, "\"Revisar la solicitud\"", "\"Review the request\"");
        assertSaid("/task/" + task, "Un revisor aprueba", "A reviewer approves");
        assertSaid(
                "/task?maxResults=50&processInstanceBusinessKey=" + reference,
                "\"Revisar la solicitud\"",
                "\"Review the request\"");
        assertSaid("/filter?resourceType=Task&maxResults=50", "\"Mis tareas\"", "\"My tasks\"");
        String definition = world.process(reference).getProcessDefinitionId();
        assertSaid(
                "/process-definition/" + definition + "/xml",
                "name=\\\"Respuesta recibida",
                "name=\\\"Response received");
    }

    @Test
    void labelsForms() {
        String reference = world.submitted(Urgency.ROUTINE);
        String task = world.task(reference, "ReviewRequest").getId();

        assertSaid("/task/" + task + "/deployed-form", "\"Devolver para corrección\"", "\"Return for correction\"");
        assertThat(asked(SPANISH, "/task/" + task + "/deployed-form")).contains("\"value\":\"RETURN\"");
        assertSaid(
                "/process-definition/key/outgoing-request/deployed-start-form", "# Nueva solicitud", "# New request");
    }

    @Test
    void readsCodesAloud() {
        String reference = world.submitted(Urgency.ROUTINE);
        String task = world.task(reference, "ReviewRequest").getId();

        assertThat(asked(SPANISH, "/task/" + task + "/form-variables")).contains("\"Ordinaria\"", reference);
        assertThat(asked(ENGLISH, "/task/" + task + "/form-variables")).contains("\"Routine\"", reference);
        // the engine itself keeps the code
        assertThat(runtime.getVariable(world.process(reference).getId(), "urgency"))
                .isEqualTo("ROUTINE");
    }

    @Test
    void explainsRefusals() {
        String start = ENGINE + "/process-definition/key/outgoing-request/submit-form";
        WebClient handler = WebClient.loggedIn(port, "handler");
        handler.webapp("GET", ENGINE + "/filter/count", null);
        String token = handler.cookie("XSRF-TOKEN");

        assertThat(handler.send(
                                "POST",
                                start,
                                "{\"variables\":{}}",
                                "Content-Type",
                                "application/json",
                                "X-XSRF-TOKEN",
                                token,
                                "Accept-Language",
                                SPANISH)
                        .body())
                .contains("\"message\":\"Tipo: falta\"");
        assertThat(handler.webapp("POST", start, "{\"variables\":{}}").body())
                .contains("\"message\":\"Kind: is missing\"");
    }

    @Test
    void leavesFiltersWholeForWhoeverMayEditThem() {
        String answer = WebClient.loggedIn(port, "admin")
                .get(ENGINE + "/filter?resourceType=Task&maxResults=50", "Accept-Language", SPANISH)
                .body();
        assertThat(answer).contains("Mis tareas · My tasks");
    }

    @Test
    void followsTheChoiceInTheHeaderOfOurPages() {
        reviewer.get("/?lang=en", "Accept-Language", SPANISH);
        assertThat(asked(SPANISH, "/filter?resourceType=Task&maxResults=50")).contains("\"My tasks\"");
    }
}
