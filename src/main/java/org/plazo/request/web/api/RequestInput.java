package org.plazo.request.web.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Direction;
import org.plazo.request.FurtherReference;
import org.plazo.request.InvalidInput;
import org.plazo.request.NewRequest;
import org.plazo.request.ReferenceSide;
import org.plazo.request.RequestEdit;
import org.plazo.request.RequestField;
import org.plazo.request.RequestSubject;
import org.plazo.request.web.input.Fields;

/**
 * The body of a new request, or of a change as a JSON merge patch: a field that is null is emptied, one that is missing
 * stays as it is. Dates are ISO dates; without an urgency a new request is ROUTINE, without a direction it is ours.
 */
final class RequestInput {

    private final Map<String, JsonNode> body;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    RequestInput(Map<String, JsonNode> body) {
        this.body = new LinkedHashMap<>(body);
    }

    NewRequest toNewRequest() {
        Map<RequestField, @Nullable String> values = fields(Set.of(
                "direction",
                "receivedAt",
                "channel",
                "measures",
                "handler",
                "references",
                "subjects",
                "earlierRequests",
                "needToKnow"));
        values.values().removeIf(value -> value == null);
        return NewRequest.of(
                values,
                orEmpty(list("measures", RequestInput::text)),
                textOf("handler"),
                orEmpty(list("references", RequestInput::reference)),
                orEmpty(list("subjects", RequestInput::subject)),
                orEmpty(list("earlierRequests", RequestInput::text)),
                new HashSet<>(orEmpty(list("needToKnow", RequestInput::text))));
    }

    /** Without one it is ours. */
    Direction direction() {
        String direction = textOf("direction");
        return direction == null ? Direction.OUTGOING : Fields.code("direction", direction, Direction.class);
    }

    /** When a request of the other side reached us. */
    @Nullable
    Instant receivedAt() {
        return Fields.instant("receivedAt", textOf("receivedAt"));
    }

    /** By which it came. */
    @Nullable
    String channel() {
        return textOf("channel");
    }

    RequestEdit toEdit() {
        Map<RequestField, @Nullable String> values =
                fields(Set.of("measures", "references", "subjects", "earlierRequests", "needToKnow", "reason"));
        List<String> circles = list("needToKnow", RequestInput::text);
        return new RequestEdit(
                values,
                list("measures", RequestInput::text),
                list("references", RequestInput::reference),
                list("subjects", RequestInput::subject),
                list("earlierRequests", RequestInput::text),
                circles == null ? null : new HashSet<>(circles),
                textOf("reason"));
    }

    private Map<RequestField, @Nullable String> fields(Set<String> others) {
        Map<RequestField, @Nullable String> values = new EnumMap<>(RequestField.class);
        body.forEach((name, value) -> {
            Optional<RequestField> field = RequestField.of(name);
            if (field.isPresent()) {
                values.put(field.get(), value(name, value, field.get()));
            } else if (!others.contains(name)) {
                throw new InvalidInput(shortened(name), "unknown field");
            }
        });
        return values;
    }

    private static @Nullable String value(String name, JsonNode value, RequestField field) {
        if (value.isNull()) {
            return null;
        }
        boolean fits = field.type() == RequestField.Type.FLAG ? value.isBoolean() : value.isTextual();
        if (!fits) {
            throw new InvalidInput(name, "has the wrong form");
        }
        return value.asText();
    }

    private @Nullable String textOf(String name) {
        JsonNode value = body.get(name);
        return value == null || value.isNull() ? null : text(name, value);
    }

    /** Null if it is missing; an empty list if it is null. */
    private <T> @Nullable List<T> list(String name, BiFunction<String, JsonNode, T> read) {
        JsonNode value = body.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isArray() && !value.isNull()) {
            throw new InvalidInput(name, "has the wrong form");
        }
        List<T> list = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            list.add(read.apply(name + "[" + i + "]", value.get(i)));
        }
        return list;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static String text(String name, JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw new InvalidInput(name, "has the wrong form");
        }
        return value.asText();
    }

    private static FurtherReference reference(String name, JsonNode value) {
        Parts parts = new Parts(name, value, Set.of("side", "type", "number", "issuer"));
        return new FurtherReference(
                Fields.code(name + ".side", parts.required("side"), ReferenceSide.class),
                parts.required("type"),
                parts.required("number"),
                parts.text("issuer"));
    }

    private static RequestSubject subject(String name, JsonNode value) {
        Parts parts = new Parts(name, value, Set.of("kind", "role", "name", "identifiers", "details"));
        return new RequestSubject(
                parts.required("kind"),
                parts.text("role"),
                parts.required("name"),
                parts.text("identifiers"),
                parts.text("details"));
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }

    /** An object in a list. */
    private record Parts(String name, JsonNode value) {

        Parts(String name, JsonNode value, Set<String> known) {
            this(name, value);
            if (!value.isObject()) {
                throw new InvalidInput(name, "has the wrong form");
            }
            value.fieldNames().forEachRemaining(part -> {
                if (!known.contains(part)) {
                    throw new InvalidInput(name + "." + shortened(part), "unknown field");
                }
            });
        }

        @Nullable
        String text(String part) {
            JsonNode found = value.get(part);
            return found == null || found.isNull() ? null : RequestInput.text(name + "." + part, found);
        }

        String required(String part) {
            String text = text(part);
            if (text == null || text.isBlank()) {
                throw new InvalidInput(name + "." + part, "is missing");
            }
            return text;
        }
    }
}
