package org.plazo.workflow.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plazo.workflow.DefinitionProblem;
import org.plazo.workflow.FormContract;

/**
 * The product's own rules for forms: components that are data and not markup or foreign content, and fields whose keys the
 * code behind the form takes over.
 */
final class FormRules {

    private static final Set<String> COMPONENTS = Set.of(
            "text",
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "datetime",
            "group",
            "separator",
            "spacer",
            "button");

    private static final Set<String> WITHOUT_KEY = Set.of("text", "group", "separator", "spacer", "button");

    private static final Pattern SHOWN = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern FOREIGN_LINK =
            Pattern.compile("\\]\\(\\s*(?!/)|<[a-zA-Z!/]|https?:", Pattern.CASE_INSENSITIVE);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<FormContract> contract;
    private final List<DefinitionProblem> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> keys = new HashSet<>();

    private FormRules(Optional<FormContract> contract) {
        this.contract = contract;
    }

    static List<DefinitionProblem> check(DefinitionFile file, List<FormContract> contracts) {
        FormRules rules = new FormRules(
                contracts.stream().filter(c -> c.formId().equals(file.id())).findFirst());
        try {
            rules.checkForm(file, JSON.readTree(file.content()));
        } catch (IOException e) {
            rules.problem(null, "json", String.valueOf(e.getMessage()));
        }
        return rules.problems;
    }

    private void checkForm(DefinitionFile file, JsonNode form) {
        if (!form.path("components").isArray()) {
            problem(null, "form.components");
            return;
        }
        if (!form.path("id").asText().equals(file.id())) {
            problem(null, "form.id", form.path("id").asText(), file.id());
        }
        checkComponents(form.path("components"));
        contract.stream()
                .flatMap(c -> c.fields().stream())
                .filter(key -> !keys.contains(key))
                .sorted()
                .forEach(key -> problem(null, "form.field.missing", key));
    }

    private void checkComponents(JsonNode components) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            String id = component.path("id").asText();
            if (id.isBlank() || !ids.add(id)) {
                problem(id.isBlank() ? null : id, "form.component.id", type);
            }
            if (!COMPONENTS.contains(type)) {
                problem(id, "form.component.type", type);
                continue;
            }
            if (!WITHOUT_KEY.contains(type)) {
                checkKey(id, component.path("key").asText());
            }
            checkTexts(id, component);
            checkComponents(component.path("components"));
        }
    }

    private void checkKey(String id, String key) {
        if (key.isBlank() || !keys.add(key)) {
            problem(id, "form.key.unique", key);
        } else if (contract.isPresent() && !contract.get().fields().contains(key)) {
            problem(
                    id,
                    "form.key.unknown",
                    key,
                    String.join(", ", contract.get().fields().stream().sorted().toList()));
        }
    }

    private void checkTexts(String id, JsonNode component) {
        List<String> texts = Stream.of("text", "label", "description")
                .map(name -> component.path(name).asText(""))
                .toList();
        if (texts.stream().anyMatch(text -> FOREIGN_LINK.matcher(text).find())) {
            problem(id, "form.link");
        }
        if (contract.isPresent()) {
            Set<String> known = Stream.concat(contract.get().shown().stream(), contract.get().fields().stream())
                    .collect(Collectors.toSet());
            texts.stream()
                    .flatMap(text -> SHOWN.matcher(text).results())
                    .map(match -> match.group(1).strip())
                    .filter(variable -> !known.contains(variable))
                    .forEach(variable -> problem(id, "form.shown", variable));
        }
    }

    private void problem(@Nullable String id, String key, String... arguments) {
        problems.add(DefinitionProblem.of(id, key, arguments));
    }
}
