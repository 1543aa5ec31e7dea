package org.plazo.workflow.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plazo.workflow.DefinitionProblem;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The product's own rules for diagrams, beyond what the engine's guard refuses: a person can read them, a task can be
 * worked on, and everything a diagram refers to exists.
 */
final class DiagramRules {

    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";

    private static final Set<String> TASKS = Set.of(
            "task",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "manualTask",
            "callActivity");

    private static final Set<String> FLOW_NODES = Stream.concat(
                    TASKS.stream(),
                    Stream.of(
                            "startEvent",
                            "endEvent",
                            "intermediateCatchEvent",
                            "intermediateThrowEvent",
                            "boundaryEvent",
                            "exclusiveGateway",
                            "parallelGateway",
                            "inclusiveGateway",
                            "eventBasedGateway",
                            "subProcess",
                            "transaction"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> DECIDING_GATEWAYS = Set.of("exclusiveGateway", "inclusiveGateway");

    private static final Pattern PASCAL_CASE = Pattern.compile("[A-Z][A-Za-z0-9]*");

    private final DefinitionFile file;
    private final Document document;
    private final KnownDefinitions known;
    private final List<DefinitionProblem> problems = new ArrayList<>();

    private DiagramRules(DefinitionFile file, Document document, KnownDefinitions known) {
        this.file = file;
        this.document = document;
        this.known = known;
    }

    static List<DefinitionProblem> check(DefinitionFile file, Document document, KnownDefinitions known) {
        DiagramRules rules = new DiagramRules(file, document, known);
        rules.checkProcess();
        for (Element node : rules.flowNodes()) {
            rules.checkFlowNode(node);
        }
        rules.checkDrawing();
        return rules.problems;
    }

    private void checkProcess() {
        List<Element> processes = Xml.all(document, Xml.BPMN, "process");
        if (processes.size() != 1) {
            problem(null, "process.count", String.valueOf(processes.size()));
            return;
        }
        Element process = processes.get(0);
        if (!process.getAttribute("id").equals(file.id())) {
            problem(process, "process.id", process.getAttribute("id"), file.id());
        }
        if (!process.getAttribute("isExecutable").equals("true")) {
            problem(process, "process.executable");
        }
        if (process.getAttribute("name").isBlank()) {
            problem(process, "name");
        }
        checkDocumentation(process);
    }

    private List<Element> flowNodes() {
        return Xml.all(document, Xml.BPMN, "*").stream()
                .filter(element -> FLOW_NODES.contains(element.getLocalName()))
                .toList();
    }

    private void checkFlowNode(Element node) {
        String type = node.getLocalName();
        if (!PASCAL_CASE.matcher(node.getAttribute("id")).matches()) {
            problem(node, "id.form");
        }
        if (node.getAttribute("name").isBlank()) {
            problem(node, "name");
        }
        if (TASKS.contains(type)) {
            checkDocumentation(node);
        }
        if (type.equals("userTask")) {
            checkUserTask(node);
        }
        if (type.equals("startEvent") && !camunda(node, "formRef").isEmpty()) {
            checkForm(node);
        }
        if (type.equals("businessRuleTask") && !known.decisions().contains(camunda(node, "decisionRef"))) {
            problem(node, "decision.unknown", camunda(node, "decisionRef"));
        }
        if (DECIDING_GATEWAYS.contains(type)) {
            checkDecisionFlows(node);
        }
    }

    private void checkUserTask(Element task) {
        checkForm(task);
        if (camunda(task, "candidateGroups").isBlank()) {
            problem(task, "task.group");
        }
        boolean deadline = Xml.all(task, Xml.CAMUNDA_BPMN, "property").stream()
                .anyMatch(property -> property.getAttribute("name").equals("deadline"));
        if (camunda(task, "dueDate").isBlank() && !deadline) {
            problem(task, "task.due");
        }
    }

    private void checkForm(Element element) {
        String form = camunda(element, "formRef");
        if (form.isBlank()) {
            problem(element, "form.missing");
        } else if (!known.forms().contains(form)) {
            problem(element, "form.unknown", form);
        } else if (!camunda(element, "formRefBinding").equals("latest")) {
            problem(element, "form.binding", form);
        }
    }

    /** Where the way parts by a condition, each way says when it is taken. */
    private void checkDecisionFlows(Element gateway) {
        List<Element> outgoing = Xml.all(document, Xml.BPMN, "sequenceFlow").stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(gateway.getAttribute("id")))
                .toList();
        if (outgoing.size() > 1) {
            outgoing.stream()
                    .filter(flow -> flow.getAttribute("name").isBlank())
                    .forEach(flow -> problem(flow, "flow.name", gateway.getAttribute("id")));
        }
    }

    private void checkDocumentation(Element element) {
        List<String> texts = Xml.children(element, Xml.BPMN, "documentation").stream()
                .map(documentation -> documentation.getTextContent().strip().toLowerCase(Locale.ROOT))
                .toList();
        for (String language : List.of("es", "en")) {
            if (texts.stream().noneMatch(text -> text.startsWith(language + ":") && text.length() > 4)) {
                problem(element, "documentation", language);
            }
        }
    }

    private void checkDrawing() {
        Set<String> shapes = drawn("BPMNShape");
        Set<String> edges = drawn("BPMNEdge");
        for (Element node : flowNodes()) {
            if (!shapes.contains(node.getAttribute("id"))) {
                problem(node, "drawing.shape");
            }
        }
        for (Element flow : Xml.all(document, Xml.BPMN, "sequenceFlow")) {
            if (!edges.contains(flow.getAttribute("id"))) {
                problem(flow, "drawing.edge");
            }
        }
    }

    private Set<String> drawn(String kind) {
        return Xml.all(document, DI, kind).stream()
                .map(shape -> shape.getAttribute("bpmnElement"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String camunda(Element element, String attribute) {
        return element.getAttributeNS(Xml.CAMUNDA_BPMN, attribute);
    }

    private void problem(@Nullable Element element, String key, String... arguments) {
        String id = element == null || element.getAttribute("id").isBlank() ? null : element.getAttribute("id");
        problems.add(DefinitionProblem.of(id, key, arguments));
    }
}
