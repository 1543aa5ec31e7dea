package org.plazo.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A value of a configuration file that knows its place, so that every complaint names file and key. */
record YamlEntry(String file, String key, JsonNode node) {

    InvalidCalendarFile problem(String problem) {
        return new InvalidCalendarFile(file, key, problem);
    }

    /** Refuses keys that nobody reads: they are usually misspelt. */
    void onlyKeys(String... allowed) {
        if (!node.isObject()) {
            throw problem("must be a group of keys");
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!Arrays.asList(allowed).contains(name)) {
                throw new YamlEntry(file, path(name), node).problem("unknown key; known are " + List.of(allowed));
            }
        }
    }

    @Nullable
    YamlEntry optional(String name) {
        JsonNode child = node.get(name);
        return child == null || child.isNull() ? null : new YamlEntry(file, path(name), child);
    }

    YamlEntry required(String name) {
        YamlEntry child = optional(name);
        if (child == null) {
            throw new InvalidCalendarFile(file, path(name), "is missing");
        }
        return child;
    }

    /** The members of an optional list. */
    List<YamlEntry> list(String name) {
        YamlEntry child = optional(name);
        return child == null ? List.of() : child.elements();
    }

    List<YamlEntry> elements() {
        if (!node.isArray()) {
            throw problem("must be a list");
        }
        List<YamlEntry> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(new YamlEntry(file, key + "[" + i + "]", node.get(i)));
        }
        return elements;
    }

    String text() {
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw problem("must be a text");
        }
        return node.textValue();
    }

    LocalizedText bothLanguages() {
        onlyKeys("es", "en");
        return new LocalizedText(required("es").text(), required("en").text());
    }

    LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeException e) {
            throw problem("\"" + text() + "\" is not a date such as 2026-01-31");
        }
    }

    int number(int min, int max) {
        if (!node.isInt() || node.intValue() < min || node.intValue() > max) {
            throw problem("must be a whole number from " + min + " to " + max);
        }
        return node.intValue();
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text())) {
                return value;
            }
        }
        throw problem("\"" + text() + "\" is unknown; known are "
                + Arrays.toString(type.getEnumConstants()).toUpperCase(Locale.ROOT));
    }

    private String path(String name) {
        return key.isEmpty() ? name : key + "." + name;
    }
}
