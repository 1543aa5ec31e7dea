package org.plazo.workflow.deployment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.jspecify.annotations.Nullable;
import org.plazo.workflow.DecisionContract;
import org.plazo.workflow.DefinitionProblem;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The product's own rules for decision tables: one table, named like its file, that says how its rows combine, keeps its
 * history for a known time, is explained in both languages and uses FEEL that can be read and codes that it declares itself.
 */
final class DecisionRules {

    private static final Set<String> HIT_POLICIES = Set.of("UNIQUE", "FIRST", "ANY", "RULE ORDER", "COLLECT");

    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();
    private final DefinitionFile file;
    private final Document document;
    private final Optional<DecisionContract> contract;
    private final String namespace;
    private final List<DefinitionProblem> problems = new ArrayList<>();

    private DecisionRules(DefinitionFile file, Document document, List<DecisionContract> contracts) {
        this.file = file;
        this.document = document;
        this.namespace = String.valueOf(document.getDocumentElement().getNamespaceURI());
        this.contract =
                contracts.stream().filter(c -> c.decisionId().equals(file.id())).findFirst();
    }

    static List<DefinitionProblem> check(DefinitionFile file, Document document, List<DecisionContract> contracts) {
        DecisionRules rules = new DecisionRules(file, document, contracts);
        rules.check();
        return rules.problems;
    }

    private void check() {
        List<Element> decisions = Xml.all(document, namespace, "decision");
        if (decisions.size() != 1) {
            problem(null, "decision.count", String.valueOf(decisions.size()));
            return;
        }
        Element decision = decisions.get(0);
        if (!decision.getAttribute("id").equals(file.id())) {
            problem(decision, "decision.id", decision.getAttribute("id"), file.id());
        }
        if (decision.getAttribute("name").isBlank()) {
            problem(decision, "name");
        }
        if (decision.getAttributeNS(Xml.CAMUNDA_DMN, "historyTimeToLive").isBlank()) {
            problem(decision, "decision.ttl");
        }
        String description = Xml.children(decision, namespace, "description").stream()
                .map(Element::getTextContent)
                .collect(Collectors.joining(" "));
        Stream.of("es", "en")
                .filter(language -> !description.contains(language + ": "))
                .forEach(language -> problem(decision, "documentation", language));
        checkLanguages();
        List<Element> tables = Xml.children(decision, namespace, "decisionTable");
        if (tables.size() != 1) {
            problem(decision, "decision.table");
        } else {
            checkTable(tables.get(0));
        }
    }

    private void checkLanguages() {
        for (Element element : Xml.all(document, "*", "*")) {
            String language = element.getAttribute("expressionLanguage");
            if (!language.isBlank() && !language.equals("feel")) {
                problem(element, "decision.language", language);
            }
        }
    }

    private void checkTable(Element table) {
        String policy = table.getAttribute("hitPolicy");
        if (!HIT_POLICIES.contains(policy) || !table.getAttribute("aggregation").isBlank()) {
            problem(table, "decision.hitPolicy", policy);
        }
        List<Element> inputs = Xml.children(table, namespace, "input");
        List<Element> outputs = Xml.children(table, namespace, "output");
        checkContract(table, inputs, outputs);
        for (Element rule : Xml.children(table, namespace, "rule")) {
            checkEntries(inputs, Xml.children(rule, namespace, "inputEntry"), "inputValues", true);
            checkEntries(outputs, Xml.children(rule, namespace, "outputEntry"), "outputValues", false);
        }
    }

    private void checkContract(Element table, List<Element> inputs, List<Element> outputs) {
        if (contract.isEmpty()) {
            return;
        }
        for (Element input : inputs) {
            String expression = text(Xml.children(input, namespace, "inputExpression"));
            if (!contract.get().inputs().contains(expression)) {
                problem(
                        input,
                        "decision.input",
                        expression,
                        sorted(contract.get().inputs()));
            }
        }
        Set<String> missing = new HashSet<>(contract.get().outputs());
        for (Element output : outputs) {
            if (!missing.remove(output.getAttribute("name"))) {
                problem(
                        output,
                        "decision.output",
                        output.getAttribute("name"),
                        sorted(contract.get().outputs()));
            }
        }
        missing.stream().sorted().forEach(name -> problem(table, "decision.output.missing", name));
    }

    private void checkEntries(List<Element> columns, List<Element> entries, String declaration, boolean tests) {
        for (int i = 0; i < entries.size(); i++) {
            Element entry = entries.get(i);
            String text = text(List.of(entry));
            if (text.isBlank() || (tests && text.equals("-"))) {
                continue;
            }
            ParseResult parsed = tests ? feel.parseUnaryTests(text) : feel.parseExpression(text);
            if (!parsed.isSuccess()) {
                problem(entry, "decision.feel", text);
                continue;
            }
            Set<String> declared = i < columns.size() ? declared(columns.get(i), declaration) : Set.of();
            if (!declared.isEmpty()) {
                literals(text)
                        .filter(literal -> !declared.contains(literal))
                        .forEach(literal -> problem(entry, "decision.value", literal, sorted(declared)));
            }
        }
    }

    private Set<String> declared(Element column, String declaration) {
        return literals(text(Xml.children(column, namespace, declaration))).collect(Collectors.toUnmodifiableSet());
    }

    /** The texts in quotation marks. */
    private static Stream<String> literals(String feelText) {
        return Pattern.compile("\"([^\"]*)\"").matcher(feelText).results().map(match -> match.group(1));
    }

    private String text(List<Element> elements) {
        return elements.stream()
                .flatMap(element -> Xml.children(element, namespace, "text").stream())
                .map(element -> element.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static String sorted(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    private void problem(@Nullable Element element, String key, String... arguments) {
        String id = element == null || element.getAttribute("id").isBlank() ? null : element.getAttribute("id");
        problems.add(DefinitionProblem.of(id, key, arguments));
    }
}
