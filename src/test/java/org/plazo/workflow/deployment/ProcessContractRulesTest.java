package org.plazo.workflow.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plazo.workflow.DefinitionProblem;
import org.plazo.workflow.ProcessContract;
import org.plazo.workflow.deployment.DefinitionFile.Kind;
import org.xml.sax.SAXException;

class ProcessContractRulesTest {

    private static final ProcessContract CONTRACT = new ProcessContract(
            "outgoing-request",
            Set.of("FollowUp", "NextResponseStepDue"),
            Set.of("REVIEW", "ACKNOWLEDGEMENT", "RESPONSE", "SUPPLY", "NONE"));

    private static List<DefinitionProblem> check(String from, String to) throws IOException, SAXException {
        String diagram = Files.readString(Path.of("processes", "outgoing-request.bpmn"));
        byte[] content = diagram.replace(from, to).getBytes(StandardCharsets.UTF_8);
        return ProcessContractRules.check(
                new DefinitionFile("outgoing-request.bpmn", Kind.PROCESS, content),
                Xml.read(content),
                List.of(CONTRACT));
    }

    @Test
    void acceptsTheDeliveredDiagram() throws Exception {
        assertThat(check("", "")).isEmpty();
    }

    @Test
    void missesAnElementThatTheProductCountsOn() throws Exception {
        assertThat(check("\"NextResponseStepDue\"", "\"ResponseTimer\""))
                .extracting(DefinitionProblem::toString)
                .containsExactly("The product counts on the element NextResponseStepDue, which is missing.");
    }

    @Test
    void knowsNoOtherDeadlines() throws Exception {
        assertThat(check("(execution, 'REVIEW')", "(execution, 'REVISION')"))
                .extracting(DefinitionProblem::toString)
                .containsExactly("NextReviewStepDueTimer: There is no deadline REVISION."
                        + " Known ones: ACKNOWLEDGEMENT, NONE, RESPONSE, REVIEW, SUPPLY");
        assertThat(check("name=\"deadline\" value=\"NONE\"", "name=\"deadline\" value=\"NEVER\""))
                .singleElement()
                .satisfies(problem -> assertThat(problem.elementId()).isEqualTo("AssessResponse"));
    }
}
