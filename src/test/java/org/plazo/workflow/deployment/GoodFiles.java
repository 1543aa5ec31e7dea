package org.plazo.workflow.deployment;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.plazo.workflow.deployment.DefinitionFile.Kind;

/** A small process with its form and its decision table that break no rule. Tests spoil one thing at a time. */
final class GoodFiles {

    private GoodFiles() {}

    static final String PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="Definitions"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://example.org/test">
              <bpmn:process id="PROCESS-ID" name="Good" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:documentation>es: Un proceso de prueba.</bpmn:documentation>
                <bpmn:documentation>en: A process for tests.</bpmn:documentation>
                <bpmn:startEvent id="WorkStarted" name="Work started"/>
                <bpmn:sequenceFlow id="ToWork" sourceRef="WorkStarted" targetRef="DoWork"/>
                <bpmn:userTask id="DoWork" name="Do the work" camunda:formRef="FORM-ID" camunda:formRefBinding="latest"
                    camunda:candidateGroups="handler" camunda:dueDate="${dueAt}">
                  <bpmn:documentation>es: Hacerlo.</bpmn:documentation>
                  <bpmn:documentation>en: Do it.</bpmn:documentation>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="ToDecision" sourceRef="DoWork" targetRef="IsItDone"/>
                <bpmn:exclusiveGateway id="IsItDone" name="Is it done?" default="NotDone"/>
                <bpmn:sequenceFlow id="Done" name="yes" sourceRef="IsItDone" targetRef="WorkEnded">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${done}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="NotDone" name="no" sourceRef="IsItDone" targetRef="DoWork"/>
                <bpmn:endEvent id="WorkEnded" name="Work ended"/>
              </bpmn:process>
              <bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="PROCESS-ID">
                SHAPES
              </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """.replace(
                    "SHAPES",
                    shapes("WorkStarted", "DoWork", "IsItDone", "WorkEnded")
                            + edges("ToWork", "ToDecision", "Done", "NotDone"));

    static final String FORM = """
            {"id": "FORM-ID", "type": "default", "schemaVersion": 16, "components": [
              {"type": "text", "id": "Field_text", "text": "[{{reference}}](/requests/{{reference}})"},
              {"type": "textfield", "id": "Field_note", "key": "note", "label": "Nota · Note"}
            ]}
            """;

    static final String DECISION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n"
                xmlns:camunda="http://camunda.org/schema/1.0/dmn">
              <decision id="DECISION-ID" name="Good decision" camunda:historyTimeToLive="P1D">
                <description>es: Una tabla. en: A table.</description>
                <decisionTable id="table" hitPolicy="UNIQUE">
                  <input id="in"><inputExpression id="ine" typeRef="string"><text>urgency</text></inputExpression>
                    <inputValues id="inv"><text>"ROUTINE","URGENT"</text></inputValues></input>
                  <output id="out" name="amount" typeRef="integer"/>
                  <output id="out2" name="unit" typeRef="string">
                    <outputValues id="outv"><text>"DAYS","HOURS"</text></outputValues></output>
                  <rule id="rule"><inputEntry id="r-in"><text>"URGENT"</text></inputEntry>
                    <outputEntry id="r-out"><text>3</text></outputEntry>
                    <outputEntry id="r-out2"><text>"DAYS"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    static DefinitionFile file(String name, String content) {
        Kind kind = Optional.of(name).flatMap(Kind::of).orElseThrow();
        DefinitionFile empty = new DefinitionFile(name, kind, new byte[0]);
        String named = content.replace("PROCESS-ID", empty.id())
                .replace("DECISION-ID", empty.id())
                .replace("FORM-ID", kind == Kind.FORM ? empty.id() : "good-form");
        return new DefinitionFile(name, kind, named.getBytes(StandardCharsets.UTF_8));
    }

    private static String shapes(String... ids) {
        StringBuilder out = new StringBuilder();
        for (String id : ids) {
            out.append("<bpmndi:BPMNShape id='%s_di' bpmnElement='%s'><dc:Bounds x='1' y='1' width='36' height='36'/>"
                            .formatted(id, id))
                    .append("</bpmndi:BPMNShape>");
        }
        return out.toString();
    }

    private static String edges(String... ids) {
        StringBuilder out = new StringBuilder();
        for (String id : ids) {
            out.append(
                            "<bpmndi:BPMNEdge id='%s_di' bpmnElement='%s'><di:waypoint x='1' y='1'/><di:waypoint x='2' y='2'/>"
                                    .formatted(id, id))
                    .append("</bpmndi:BPMNEdge>");
        }
        return out.toString();
    }
}
