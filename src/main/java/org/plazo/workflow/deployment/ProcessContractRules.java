package org.plazo.workflow.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plazo.workflow.DefinitionProblem;
import org.plazo.workflow.ProcessContract;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the code behind one diagram counts on: the elements it names, and deadlines that exist. */
final class ProcessContractRules {

    /** The second argument of a question about a clock. */
    private static final Pattern KIND = Pattern.compile("\\(\\s*execution\\s*,\\s*['\"]([^'\"]*)['\"]\\s*\\)");

    private ProcessContractRules() {}

    static List<DefinitionProblem> check(DefinitionFile file, Document document, List<ProcessContract> contracts) {
        return contracts.stream()
                .filter(contract -> contract.processId().equals(file.id()))
                .flatMap(contract -> check(document, contract).stream())
                .toList();
    }

    private static List<DefinitionProblem> check(Document document, ProcessContract contract) {
        List<DefinitionProblem> problems = new ArrayList<>();
        Set<String> ids = Xml.all(document, Xml.BPMN, "*").stream()
                .map(element -> element.getAttribute("id"))
                .collect(Collectors.toSet());
        contract.elements().stream()
                .filter(id -> !ids.contains(id))
                .sorted()
                .forEach(id -> problems.add(DefinitionProblem.of(null, "process.element.missing", id)));
        String known = contract.deadlines().stream().sorted().collect(Collectors.joining(", "));
        for (Element property : Xml.all(document, Xml.CAMUNDA_BPMN, "property")) {
            String value = property.getAttribute("value");
            if (property.getAttribute("name").equals("deadline")
                    && !contract.deadlines().contains(value)) {
                problems.add(DefinitionProblem.of(ownerOf(property), "process.deadline", value, known));
            }
        }
        for (String tag : List.of("timeDate", "conditionExpression")) {
            for (Element expression : Xml.all(document, Xml.BPMN, tag)) {
                KIND.matcher(expression.getTextContent())
                        .results()
                        .map(match -> match.group(1))
                        .filter(kind -> !contract.deadlines().contains(kind))
                        .forEach(kind -> problems.add(
                                DefinitionProblem.of(ownerOf(expression), "process.deadline", kind, known)));
            }
        }
        return problems;
    }

    private static String ownerOf(Element element) {
        Element owner = element;
        while (owner.getAttribute("id").isEmpty() && owner.getParentNode() instanceof Element parent) {
            owner = parent;
        }
        return owner.getAttribute("id");
    }
}
