package org.plazo.request.web;

import java.util.Map;
import org.plazo.request.InvalidInput;

/** Says in the reader's language what the register found wrong with a field; the register itself speaks to programs. */
final class InvalidInputPageWords {

    private static final Map<String, String> KEYS = Map.of(
            "is missing", "pages.field.missing",
            "lies in the future", "pages.field.future",
            "lies before", "pages.field.before",
            "is longer than", "pages.field.long",
            "contains the forbidden character", "pages.field.character",
            "unknown code", "pages.field.choose");

    private InvalidInputPageWords() {}

    static String of(InvalidInput wrong, PageWords words) {
        String reason = wrong.reason();
        return KEYS.entrySet().stream()
                .filter(known -> reason.startsWith(known.getKey()))
                .map(known -> words.of(known.getValue()))
                .findFirst()
                .orElseGet(() -> words.of("pages.field.wrong", reason));
    }
}
