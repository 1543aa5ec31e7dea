package org.plazo.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.RequestCommands;
import org.plazo.request.Urgency;
import org.plazo.security.web.WebClient;
import org.plazo.support.PlazoIT;
import org.plazo.workflow.process.RequestWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlazoIT
class DiagramIT {

    @LocalServerPort
    private int port;

    @Autowired
    private RequestWorld world;

    @Autowired
    private RequestCommands commands;

    private JsonNode position(String reference) throws IOException {
        String body = WebClient.loggedIn(port, "auditor")
                .get("/requests/" + reference + "/diagram.json")
                .body();
        return new ObjectMapper().readTree(body);
    }

    @Test
    void showsTheDiagramAndWhereARunningRequestStands() throws IOException {
        String reference = world.dispatched(Urgency.ROUTINE);

        var diagram = WebClient.loggedIn(port, "auditor").get("/requests/" + reference + "/diagram.bpmn");
        assertThat(diagram.statusCode()).isEqualTo(200);
        assertThat(diagram.headers().firstValue("content-type").orElseThrow()).startsWith("application/xml");
        assertThat(diagram.body()).contains("bpmndi:BPMNDiagram").contains("\"Follow up the request\"");
        assertThat(WebClient.loggedIn(port, "auditor")
                        .get("/requests/" + reference + "/diagram.bpmn", "Accept-Language", "es-CU")
                        .body())
                .contains("\"Dar seguimiento a la solicitud\"", "\"Respuesta recibida\"");
        JsonNode position = position(reference);
        assertThat(position.path("current").toString()).isEqualTo("[\"AcknowledgementReceived\",\"FollowUp\"]");
        assertThat(position.path("timers").toString())
                .isEqualTo("[\"NextAcknowledgementStepDue\",\"NextResponseStepDue\"]");
        assertThat(position.path("passed").toString()).contains("ReviewRequest", "RequestDispatched");
        assertThat(position.path("ended").asBoolean()).isFalse();
    }

    @Test
    void showsWhereARequestOfTheOtherSideStands() throws IOException {
        String reference = world.inExecution(Urgency.ROUTINE, 2);

        assertThat(WebClient.loggedIn(port, "auditor")
                        .get("/requests/" + reference + "/diagram.bpmn")
                        .body())
                .contains("\"Execute measure\"");
        JsonNode position = position(reference);
        assertThat(position.path("current").toString()).isEqualTo("[\"ConfirmReceipt\",\"ExecuteMeasure\"]");
        assertThat(position.path("timers").toString())
                .isEqualTo("[\"NextAcknowledgementStepDue\",\"NextResponseStepDue\"]");
        assertThat(position.path("passed").toString()).contains("AssignAgency").doesNotContain("#");
    }

    @Test
    void showsTheEndOfAnEndedRequest() throws IOException {
        String closed = world.dispatched(Urgency.ROUTINE);
        commands.recordResponse(closed, null, null, RequestWorld.HANDLER);
        commands.assess(closed, AssessmentOutcome.COMPLETE, null, RequestWorld.HANDLER);
        assertThat(position(closed).path("current").toString()).isEqualTo("[\"RequestClosed\"]");
        assertThat(position(closed).path("ended").asBoolean()).isTrue();

        String withdrawn = world.submitted(Urgency.ROUTINE);
        commands.withdraw(withdrawn, "Ya no hace falta", RequestWorld.HANDLER);
        assertThat(position(withdrawn).path("current").toString()).isEqualTo("[\"RequestClosedByWithdrawal\"]");
    }

    @Test
    void standsNowhereInADraftAndIsClosedToStrangers() throws IOException {
        String draft = commands.create(RequestWorld.draft(Urgency.ROUTINE), RequestWorld.HANDLER);
        assertThat(position(draft).path("current")).isEmpty();
        assertThat(position(draft).path("version").asInt()).isPositive();

        WebClient auditor = WebClient.loggedIn(port, "auditor");
        assertThat(auditor.get("/requests/NO-SUCH/diagram.json").statusCode()).isEqualTo(404);
        assertThat(WebClient.anonymous(port)
                        .get("/requests/" + draft + "/diagram.bpmn")
                        .statusCode())
                .isIn(302, 401);
    }
}
