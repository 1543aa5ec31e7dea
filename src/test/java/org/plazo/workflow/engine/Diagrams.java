package org.plazo.workflow.engine;

import java.nio.charset.StandardCharsets;

/** Small diagrams for tests: a start event, one step and an end event, with the step given as XML. */
final class Diagrams {

    private Diagrams() {}

    static String around(String processId, String step) {
        return definitions(
                processId,
                "<bpmn:startEvent id='Started'/>"
                        + "<bpmn:sequenceFlow id='ToStep' sourceRef='Started' targetRef='Step'/>"
                        + step
                        + "<bpmn:sequenceFlow id='ToEnd' sourceRef='Step' targetRef='Ended'/>"
                        + "<bpmn:endEvent id='Ended'/>");
    }

    static String definitions(String processId, String body) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"
                  xmlns:foreign="http://example.org/foreign" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                  id="Definitions" targetNamespace="http://example.org/test">
                  <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">%s</bpmn:process>
                </bpmn:definitions>
                """.formatted(processId, body);
    }

    static byte[] bytes(String diagram) {
        return diagram.getBytes(StandardCharsets.UTF_8);
    }
}
