package org.plazo.workflow.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.plazo.workflow.deployment.DefinitionFile.Kind;

class CanonicalContentTest {

    private static final String DIAGRAM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:modeler="http://camunda.org/schema/modeler/1.0" exporter="A" modeler:executionPlatform="x" id="d">
              <bpmn:process id="p" name="Name"><bpmn:task id="T" name="One"/></bpmn:process>
              <bpmndi:BPMNDiagram><bpmndi:BPMNShape bpmnElement="T"><dc:Bounds x="1"/></bpmndi:BPMNShape></bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """;

    @Test
    void layoutEditorPrefixesOrderAndSpaceSayNothing() {
        String other = """
                <definitions id="d" exporter="B" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:s="http://www.omg.org/spec/BPMN/20100524/DI">

                  <!-- a comment -->
                  <process name="Name" id="p">
                    <task name="One" id="T"></task>
                  </process>
                  <s:BPMNDiagram><s:BPMNShape bpmnElement="T"/></s:BPMNDiagram>
                </definitions>
                """;
        assertThat(same(Kind.PROCESS, DIAGRAM, other)).isTrue();
    }

    @Test
    void namesElementsAndAttributesSaySomething() {
        assertThat(same(Kind.PROCESS, DIAGRAM, DIAGRAM.replace("One", "Two"))).isFalse();
        assertThat(same(Kind.PROCESS, DIAGRAM, DIAGRAM.replace("bpmn:task", "bpmn:userTask")))
                .isFalse();
        assertThat(same(
                        Kind.PROCESS,
                        DIAGRAM,
                        DIAGRAM.replace("name=\"One\"", "name=\"One\" isForCompensation=\"true\"")))
                .isFalse();
    }

    @Test
    void textsAreComparedWithoutSurroundingSpace() {
        String table = "<definitions xmlns='m'><text>\n  \"A\"\n </text></definitions>";
        assertThat(same(Kind.DECISION, table, "<definitions xmlns='m'><text>\"A\"</text></definitions>"))
                .isTrue();
        assertThat(same(Kind.DECISION, table, "<definitions xmlns='m'><text>\"B\"</text></definitions>"))
                .isFalse();
    }

    @Test
    void markupAndTextAreNotConfused() {
        assertThat(same(Kind.DECISION, "<d xmlns='m'><t>&lt;x/&gt;</t></d>", "<d xmlns='m'><t><x/></t></d>"))
                .isFalse();
    }

    @Test
    void formsAreComparedAsData() {
        assertThat(same(Kind.FORM, "{\"id\":\"a\",\"exporter\":{\"name\":\"x\"}}", "{ \"id\" : \"a\" }"))
                .isTrue();
        assertThat(same(Kind.FORM, "{\"id\":\"a\"}", "{\"id\":\"b\"}")).isFalse();
    }

    @Test
    void whatCannotBeReadIsComparedByItsBytes() {
        assertThat(same(Kind.PROCESS, "no xml", "no xml")).isTrue();
        assertThat(same(Kind.PROCESS, "no xml", "no xml ")).isFalse();
        assertThat(same(Kind.FORM, "[]", "[ ]")).isFalse();
    }

    private static boolean same(Kind kind, String one, String other) {
        return CanonicalContent.same(
                kind, one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
