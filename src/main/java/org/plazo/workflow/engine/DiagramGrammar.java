package org.plazo.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.plazo.workflow.DefinitionProblem;
import org.plazo.workflow.engine.ExpressionGrammar.Place;

/**
 * What a diagram may contain, as lists of what is allowed: elements, the engine's attributes, expressions, and timers that
 * wait for an absolute instant. So scripts, classes, connectors, mail and external tasks, embedded forms, relative timers
 * and whatever else the engine would run are out, under whatever name or namespace they come.
 */
final class DiagramGrammar {

    /** A refused element with the reason. */
    record Refusal(Element element, DefinitionProblem problem) {}

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /** Drawn, described or coloured, but never run. */
    private static final Set<String> INERT = Set.of(
            BpmnParser.BPMN_DI_NS,
            BpmnParser.BPMN_DC_NS,
            BpmnParser.OMG_DI_NS,
            BpmnParser.XSI_NS,
            "http://camunda.org/schema/modeler/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

    private static final Set<String> BPMN_ELEMENTS = words("""
            definitions collaboration participant messageFlow process laneSet childLaneSet lane flowNodeRef documentation
            extensionElements incoming outgoing startEvent endEvent intermediateCatchEvent intermediateThrowEvent
            boundaryEvent terminateEventDefinition timerEventDefinition timeDate messageEventDefinition
            signalEventDefinition errorEventDefinition escalationEventDefinition compensateEventDefinition
            conditionalEventDefinition condition linkEventDefinition source target userTask serviceTask sendTask
            receiveTask businessRuleTask manualTask task callActivity subProcess transaction exclusiveGateway
            parallelGateway inclusiveGateway eventBasedGateway sequenceFlow conditionExpression message signal error
            escalation association textAnnotation text group category categoryValue multiInstanceLoopCharacteristics
            loopCardinality completionCondition dataObject dataObjectReference dataStore dataStoreReference""");

    private static final Set<String> CAMUNDA_ELEMENTS = words("""
            executionListener taskListener inputOutput inputParameter outputParameter list value map entry properties
            property in out failedJobRetryTimeCycle""");

    /** Without namespace, on the engine's own elements. */
    private static final Set<String> CAMUNDA_ELEMENT_ATTRIBUTES = words(
            "event id delegateExpression expression name value key source sourceExpression target variables businessKey local");

    /** With the engine's namespace, on BPMN's elements. */
    private static final Set<String> CAMUNDA_ATTRIBUTES = words("""
            asyncBefore asyncAfter exclusive jobPriority taskPriority assignee candidateUsers candidateGroups dueDate
            followUpDate priority formRef formRefBinding formRefVersion initiator delegateExpression expression
            resultVariable decisionRef decisionRefBinding decisionRefVersion mapDecisionResult historyTimeToLive
            isStartableInTasklist versionTag candidateStarterGroups candidateStarterUsers calledElementBinding
            calledElementVersion collection elementVariable errorCodeVariable errorMessageVariable errorMessage
            escalationCodeVariable variableName variableEvents modelerTemplate modelerTemplateVersion
            modelerTemplateIcon""");

    /** BPMN's own attributes that would make the engine run a script. */
    private static final Set<String> FORBIDDEN_ATTRIBUTES = words("language scriptFormat");

    private static final Map<String, String> REASONS = Map.of(
            "scriptTask", "script",
            "script", "script",
            "connector", "connector",
            "class", "class",
            "resource", "script",
            "timeCycle", "timer.relative",
            "timeDuration", "timer.relative",
            "formKey", "formKey",
            "type", "taskType");

    private final ExpressionGrammar expressions;

    DiagramGrammar(ExpressionGrammar expressions) {
        this.expressions = expressions;
    }

    List<Refusal> check(Element definitions) {
        List<Refusal> refusals = new ArrayList<>();
        walk(definitions, "definitions", refusals);
        return refusals;
    }

    private void walk(Element element, String nearestId, List<Refusal> refusals) {
        String id = element.attribute("id") == null ? nearestId : element.attribute("id");
        String uri = element.getUri() == null ? "" : element.getUri();
        String tag = element.getTagName();
        boolean camunda = uri.equals(BpmnParser.CAMUNDA_BPMN_EXTENSIONS_NS);
        if (INERT.contains(uri)) {
            // still walked: its attributes and texts may not hide expressions either
        } else if (!(camunda ? CAMUNDA_ELEMENTS : BPMN_ELEMENTS).contains(tag) || !(camunda || uri.equals(BPMN))) {
            String reason = REASONS.getOrDefault(tag, "element");
            refusals.add(new Refusal(element, DefinitionProblem.of(id, reason, tag)));
            return;
        }
        for (String attribute : element.attributes()) {
            checkAttribute(element, id, attribute, camunda, refusals);
        }
        checkText(element, id, tag, refusals);
        for (Element child : element.elements()) {
            walk(child, id, refusals);
        }
    }

    private void checkAttribute(Element element, String id, String key, boolean camunda, List<Refusal> refusals) {
        int colon = key.lastIndexOf(':');
        String uri = colon < 0 ? "" : key.substring(0, colon);
        String name = key.substring(colon + 1);
        boolean allowed =
                switch (uri) {
                    case "" ->
                        camunda ? CAMUNDA_ELEMENT_ATTRIBUTES.contains(name) : !FORBIDDEN_ATTRIBUTES.contains(name);
                    case BpmnParser.CAMUNDA_BPMN_EXTENSIONS_NS -> CAMUNDA_ATTRIBUTES.contains(name);
                    case "xmlns" -> true;
                    default -> INERT.contains(uri);
                };
        if (!allowed) {
            String reason = name.equals("language") ? "script" : REASONS.getOrDefault(name, "attribute");
            refusals.add(new Refusal(element, DefinitionProblem.of(id, reason, name)));
            return;
        }
        String value = String.valueOf(element.attribute(key));
        if (name.equals("delegateExpression")) {
            check(element, id, value, Place.DELEGATE, refusals);
        } else if (name.equals("expression") || ExpressionGrammar.isExpression(value)) {
            check(element, id, value, Place.VALUE, refusals);
        }
    }

    private void checkText(Element element, String id, String tag, List<Refusal> refusals) {
        String text = element.getText().strip();
        if (tag.equals("timeDate")) {
            check(element, id, text, Place.TIMER, refusals);
        } else if (ExpressionGrammar.isExpression(text)) {
            check(element, id, text, Place.VALUE, refusals);
        }
    }

    private void check(Element element, String id, String text, Place place, List<Refusal> refusals) {
        expressions.check(id, text, place).ifPresent(problem -> refusals.add(new Refusal(element, problem)));
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
