package org.plazo.workflow.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Parties;
import org.plazo.workflow.process.BothLanguages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts an answer of the engine's REST interface into the reader's words. */
@Component
class EngineWords {

    /** Fields that hold texts of definitions and filters; typed text is never in the engine. */
    private static final Set<String> TEXTS = Set.of("name", "label", "text");

    /** What the interface puts before the reason of a refused form. */
    private static final Pattern ATTEMPT = Pattern.compile("^Cannot [a-z ]+ \\S+: ");

    private final Parties parties;
    private final MessageSource bundles;

    EngineWords(Parties parties, MessageSource bundles) {
        this.parties = parties;
        this.bundles = bundles;
    }

    /** Changes the answer itself. */
    void put(JsonNode answer, Locale reader) {
        put("", answer, reader);
    }

    private void put(String key, JsonNode node, Locale reader) {
        if (node instanceof ObjectNode object) {
            String variable = object.path("name").asText(key);
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (field.getValue().isTextual()) {
                    String text = field.getValue().textValue();
                    field.setValue(TextNode.valueOf(word(variable, field.getKey(), text, reader)));
                } else {
                    put(field.getKey(), field.getValue(), reader);
                }
            }
        } else {
            node.forEach(each -> put(key, each, reader));
        }
    }

    private String word(String variable, String field, String text, Locale reader) {
        if (TEXTS.contains(field)) {
            return BothLanguages.in(reader, text);
        }
        return switch (field) {
            case "description" -> BothLanguages.explanation(reader, BothLanguages.in(reader, text));
            case "message" -> reason(text, reader);
            case "bpmn20Xml" -> DiagramNames.in(reader, text);
            case "value" -> code(variable, text, reader);
            default -> text;
        };
    }

    private static String reason(String message, Locale reader) {
        String half = BothLanguages.in(reader, message);
        return half.equals(message)
                ? message
                : BothLanguages.in(reader, ATTEMPT.matcher(message).replaceFirst(""));
    }

    /** The variables that lists and forms show hold codes; people read their names. */
    private String code(String variable, String code, Locale reader) {
        return switch (variable) {
            case "urgency" -> capital(bundles.getMessage("request.urgency." + code, null, code, reader), code, reader);
            case "crimeArea" -> parties.crimeAreaName(code).in(reader);
            case "requestedAuthority", "requestingAuthority", "executingAgency" ->
                parties.authorityName(code).in(reader);
            default -> code;
        };
    }

    private static String capital(@Nullable String word, String code, Locale reader) {
        return word == null || word.isEmpty() ? code : word.substring(0, 1).toUpperCase(reader) + word.substring(1);
    }
}
