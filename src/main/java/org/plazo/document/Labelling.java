package org.plazo.document;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Parties;
import org.plazo.request.RequestAccess;
import org.plazo.security.Actor;
import org.springframework.stereotype.Component;

/** Checks what a person says about a document. */
@Component
class Labelling {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_REASON = 2_000;

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Parties parties;
    private final RequestAccess access;

    Labelling(Parties parties, RequestAccess access) {
        this.parties = parties;
        this.access = access;
    }

    /** A missing title is the name without its ending. */
    String title(@Nullable String given, String name) {
        if (given == null || given.isBlank()) {
            String base = name.substring(0, Math.max(name.lastIndexOf('.'), 1));
            return base.length() <= LONGEST_TITLE ? base : base.substring(0, LONGEST_TITLE);
        }
        return text("title", given, LONGEST_TITLE, false);
    }

    String language(@Nullable String given) {
        if (given == null || given.isBlank()) {
            throw new DocumentRefused("language", Refusal.MISSING);
        }
        if (!LANGUAGES.contains(given)) {
            throw new DocumentRefused("language", Refusal.UNKNOWN_CODE);
        }
        return given;
    }

    /** Nobody gives a document a level that he could not read himself; a missing one is that of the request. */
    String classification(@Nullable String given, String ofTheRequest, Actor actor) {
        if (given == null || given.isBlank()) {
            return ofTheRequest;
        }
        if (parties.classification(given).isEmpty() || !access.mayRead(given, actor)) {
            throw new DocumentRefused("classification", Refusal.UNKNOWN_CODE);
        }
        return given;
    }

    String reason(@Nullable String given) {
        if (given == null || given.isBlank()) {
            throw new DocumentRefused("reason", Refusal.MISSING);
        }
        return text("reason", given, LONGEST_REASON, true);
    }

    private static String text(String field, String given, int longest, boolean manyLines) {
        String text = given.strip();
        if (text.length() > longest) {
            throw new DocumentRefused(field, Refusal.TOO_LONG, String.valueOf(longest));
        }
        text.codePoints()
                .filter(character -> isForbidden(character, manyLines))
                .findFirst()
                .ifPresent(character -> {
                    throw new DocumentRefused(field, Refusal.FORBIDDEN_CHARACTER, String.format("U+%04X", character));
                });
        return text;
    }

    private static boolean isForbidden(int character, boolean manyLines) {
        if (manyLines && (character == '\n' || character == '\r' || character == '\t')) {
            return false;
        }
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
