package org.plazo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.support.PlazoIT;
import org.plazo.workflow.DefinitionProblem;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine itself refuses what the grammar does not allow, whichever way a diagram comes in. */
@PlazoIT
class DiagramGrammarIT {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private DiagramParser parser;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            script         | <bpmn:scriptTask id='Step' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask>
            script         | <bpmn:scriptTask id='Step' scriptFormat='groovy' camunda:resource='x.groovy'/>
            class          | <bpmn:serviceTask id='Step' camunda:class='java.lang.Runtime'/>
            taskType       | <bpmn:serviceTask id='Step' camunda:type='external' camunda:topic='t'/>
            taskType       | <bpmn:serviceTask id='Step' camunda:type='mail'/>
            taskType       | <bpmn:serviceTask id='Step' camunda:type='shell'/>
            class          | <bpmn:serviceTask id='Step' activiti:class='java.lang.Runtime'/>
            class          | <bpmn:serviceTask id='Step' foreign:class='java.lang.Runtime'/>
            expression.form | <bpmn:serviceTask id='Step' camunda:expression="${''.getClass()}"/>
            component.unknown | <bpmn:serviceTask id='Step' camunda:expression='${dataSource.getConnection()}'/>
            component.unknown | <bpmn:serviceTask id='Step' camunda:delegateExpression='${runtimeService}'/>
            connector      | <bpmn:serviceTask id='Step'><bpmn:extensionElements><camunda:connector/></bpmn:extensionElements></bpmn:serviceTask>
            script         | <bpmn:userTask id='Step'><bpmn:extensionElements><camunda:taskListener event='create'><camunda:script scriptFormat='javascript'>1</camunda:script></camunda:taskListener></bpmn:extensionElements></bpmn:userTask>
            class          | <bpmn:userTask id='Step'><bpmn:extensionElements><camunda:taskListener event='create' class='a.B'/></bpmn:extensionElements></bpmn:userTask>
            class          | <bpmn:userTask id='Step'><bpmn:extensionElements><camunda:executionListener event='start' class='a.B'/></bpmn:extensionElements></bpmn:userTask>
            component.unknown | <bpmn:userTask id='Step'><bpmn:extensionElements><camunda:taskListener event='create' expression='${task.setDueDate(null)}'/></bpmn:extensionElements></bpmn:userTask>
            script         | <bpmn:userTask id='Step'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='x'>1</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>
            expression.form | <bpmn:userTask id='Step'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'>${execution.class}</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>
            element        | <bpmn:userTask id='Step'><bpmn:extensionElements><camunda:formData><camunda:formField id='a' type='string'/></camunda:formData></bpmn:extensionElements></bpmn:userTask>
            attribute      | <bpmn:userTask id='Step' camunda:formHandlerClass='a.B'/>
            formKey        | <bpmn:userTask id='Step' camunda:formKey='embedded:deployment:x.html'/>
            expression.form | <bpmn:userTask id='Step'><bpmn:documentation>${''.getClass()}</bpmn:documentation></bpmn:userTask>
            expression.form | <bpmn:userTask id='Step' name='${execution.processEngine}'/>
            timer.relative | <bpmn:intermediateCatchEvent id='Step'><bpmn:timerEventDefinition><bpmn:timeDuration>P30D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
            timer.relative | <bpmn:intermediateCatchEvent id='Step'><bpmn:timerEventDefinition><bpmn:timeCycle>R3/P7D</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
            timer.form     | <bpmn:intermediateCatchEvent id='Step'><bpmn:timerEventDefinition><bpmn:timeDate>2026-01-01T00:00:00</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
            """)
    void refusesWhatTheEngineWouldRun(String reason, String step) {
        String diagram = Diagrams.around("Forbidden", step);

        List<DefinitionProblem> problems = parser.check("Forbidden.bpmn", Diagrams.bytes(diagram));
        assertThat(problems).extracting(DefinitionProblem::key).contains(reason);
        assertThat(problems).extracting(DefinitionProblem::elementId).containsOnly("Step");
        assertThat(problems).allSatisfy(p -> assertThat(p.text(Locale.forLanguageTag("es-CU")))
                .isNotEqualTo(p.text(Locale.ENGLISH)));

        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("Forbidden.bpmn", diagram)
                        .deploy())
                .isInstanceOf(ParseException.class)
                .hasMessageContaining(problems.get(0).text(Locale.ENGLISH));
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("Forbidden")
                        .count())
                .isZero();
    }

    @Test
    void refusesAConditionInAnotherLanguage() {
        String diagram = Diagrams.definitions(
                "ConditionProcess",
                "<bpmn:startEvent id='Started'/><bpmn:sequenceFlow id='Flow' sourceRef='Started' targetRef='Ended'>"
                        + "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' language='javascript'>true"
                        + "</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:endEvent id='Ended'/>");

        assertThat(parser.check("x.bpmn", Diagrams.bytes(diagram)))
                .containsExactly(DefinitionProblem.of("Flow", "script", "language"));
    }

    @Test
    void refusesWhatIsNotXmlAndDocumentTypes() {
        assertThat(parser.check("x.bpmn", Diagrams.bytes("not xml")))
                .extracting(DefinitionProblem::key)
                .containsExactly("engine");
        String withDocumentType = Diagrams.around("Entity", "<bpmn:task id='Step' name='&leak;'/>")
                .replace("?>", "?><!DOCTYPE d [<!ENTITY leak SYSTEM 'file:///etc/hostname'>]>");
        assertThat(parser.check("x.bpmn", Diagrams.bytes(withDocumentType)))
                .extracting(DefinitionProblem::key)
                .containsExactly("engine");
    }

    @Test
    void runsTheComponentsItAllows() {
        repository
                .createDeployment()
                .addString(
                        "Allowed.bpmn",
                        Diagrams.around(
                                "AllowedProcess",
                                "<bpmn:serviceTask id='Step' camunda:delegateExpression='${probeBean}'>"
                                        + "<bpmn:extensionElements><camunda:executionListener event='start' "
                                        + "expression=\"${probeBean.answer('x')}\"/></bpmn:extensionElements>"
                                        + "</bpmn:serviceTask>"))
                .deploy();
        int before = ProbeBean.CALLS.get();

        runtime.startProcessInstanceByKey("AllowedProcess");

        assertThat(ProbeBean.CALLS.get()).isEqualTo(before + 2);
        assertThat(parser.check("y.bpmn", Diagrams.bytes(Diagrams.around("Other", "<bpmn:task id='Step'/>"))))
                .isEmpty();
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("Other")
                        .count())
                .isZero();
    }
}
