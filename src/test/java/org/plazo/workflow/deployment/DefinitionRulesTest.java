package org.plazo.workflow.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.workflow.DecisionContract;
import org.plazo.workflow.DefinitionProblem;
import org.plazo.workflow.FormContract;
import org.xml.sax.SAXException;

/** The product's own rules, each broken once. */
class DefinitionRulesTest {

    private static final KnownDefinitions KNOWN = new KnownDefinitions(Set.of("good-form"), Set.of());
    private static final List<DecisionContract> DECISIONS =
            List.of(new DecisionContract("good-decision", Set.of("urgency"), Set.of("amount", "unit")));
    private static final List<FormContract> FORMS =
            List.of(new FormContract("good-form", Set.of("note"), Set.of("reference")));

    @Test
    void goodFilesBreakNoRule() throws SAXException {
        assertThat(diagram(GoodFiles.PROCESS)).isEmpty();
        assertThat(decision(GoodFiles.DECISION)).isEmpty();
        assertThat(form(GoodFiles.FORM)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id="PROCESS-ID"             | id="other"                 | process.id            | other
            isExecutable="true"         | isExecutable="false"       | process.executable    | good-process
            name="Good"                 | name=""                    | name                  | good-process
            name="Do the work"          | name=" "                   | name                  | DoWork
            name="Is it done?"          | ''                         | name                  | IsItDone
            en: A process for tests.    | A process for tests.       | documentation         | good-process
            es: Hacerlo.                | es:                        | documentation         | DoWork
            WorkEnded                   | Activity_1x2               | id.form               | Activity_1x2
            WorkEnded                   | workEnded                  | id.form               | workEnded
            name="yes"                  | ''                         | flow.name             | Done
            bpmnElement='DoWork'        | bpmnElement='Other'        | drawing.shape         | DoWork
            bpmnElement='NotDone'       | bpmnElement='Other'        | drawing.edge          | NotDone
            camunda:formRef="FORM-ID"   | ''                         | form.missing          | DoWork
            camunda:formRef="FORM-ID"   | camunda:formRef="missing"  | form.unknown          | DoWork
            formRefBinding="latest"     | formRefBinding="deployment" | form.binding         | DoWork
            camunda:candidateGroups="handler" | ''                   | task.group            | DoWork
            camunda:dueDate="${dueAt}"  | ''                         | task.due              | DoWork
            """)
    void namesTheRuleThatADiagramBreaks(String good, String bad, String key, String element) throws SAXException {
        assertThat(GoodFiles.PROCESS).contains(good);
        assertThat(diagram(GoodFiles.PROCESS.replace(good, bad))).anySatisfy(problem -> expect(problem, key, element));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id="DECISION-ID"            | id="other"                | decision.id            | other
            name="Good decision"        | name=""                   | name                   | good-decision
            camunda:historyTimeToLive="P1D" | ''                    | decision.ttl           | good-decision
            en: A table.                | A table.                  | documentation          | good-decision
            hitPolicy="UNIQUE"          | ''                        | decision.hitPolicy     | table
            hitPolicy="UNIQUE"          | hitPolicy="COLLECT" aggregation="SUM" | decision.hitPolicy | table
            <text>urgency</text>        | <text>label</text>        | decision.input         | in
            name="amount"               | name="count"              | decision.output        | out
            name="amount"               | name="count"              | decision.output.missing | table
            <text>"DAYS"</text>         | <text>"YEARS"</text>      | decision.value         | r-out2
            <text>"URGENT"</text>       | <text>"SLOW"</text>       | decision.value         | r-in
            <text>3</text>              | <text>3 +</text>          | decision.feel          | r-out
            <text>"URGENT"</text>       | <text>not(("URGENT"</text> | decision.feel         | r-in
            <inputEntry id="r-in">      | <inputEntry id="r-in" expressionLanguage="groovy"> | decision.language | r-in
            """)
    void namesTheRuleThatATableBreaks(String good, String bad, String key, String element) throws SAXException {
        assertThat(GoodFiles.DECISION).contains(good);
        assertThat(decision(GoodFiles.DECISION.replace(good, bad)))
                .anySatisfy(problem -> expect(problem, key, element));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "id": "FORM-ID"         | "id": "other"              | form.id             |
            "components": [         | "parts": [                 | form.components     |
            "type": "textfield"     | "type": "html"             | form.component.type | Field_note
            "type": "textfield"     | "type": "iframe"           | form.component.type | Field_note
            "type": "textfield"     | "type": "image"            | form.component.type | Field_note
            "id": "Field_note"      | "id": "Field_text"         | form.component.id   | Field_text
            "key": "note"           | "key": ""                  | form.key.unique     | Field_note
            "key": "note"           | "key": "facts"             | form.key.unknown    | Field_note
            "key": "note"           | "key": "facts"             | form.field.missing  |
            {{reference}}](         | {{label}}](                | form.shown          | Field_text
            (/requests/             | (https://example.org/      | form.link           | Field_text
            (/requests/             | (javascript:alert(1)//     | form.link           | Field_text
            Nota                    | <b>Nota</b>                | form.link           | Field_note
            {"id"                   | {{"id"                     | json                |
            """)
    void namesTheRuleThatAFormBreaks(String good, String bad, String key, String element) {
        assertThat(GoodFiles.FORM).contains(good);
        assertThat(form(GoodFiles.FORM.replace(good, bad))).anySatisfy(problem -> expect(problem, key, element));
    }

    private static void expect(DefinitionProblem problem, String key, String element) {
        assertThat(problem.key()).isEqualTo(key);
        assertThat(problem.elementId()).isEqualTo(element);
        assertThat(problem.text(Locale.ENGLISH)).isNotEqualTo(problem.text(Locale.forLanguageTag("es")));
    }

    private static List<DefinitionProblem> diagram(String content) throws SAXException {
        DefinitionFile file = GoodFiles.file("good-process.bpmn", content);
        return DiagramRules.check(file, Xml.read(file.content()), KNOWN);
    }

    private static List<DefinitionProblem> decision(String content) throws SAXException {
        DefinitionFile file = GoodFiles.file("good-decision.dmn", content);
        return DecisionRules.check(file, Xml.read(file.content()), DECISIONS);
    }

    private static List<DefinitionProblem> form(String content) {
        return FormRules.check(GoodFiles.file("good-form.form", content), FORMS);
    }
}
