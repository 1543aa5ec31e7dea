package org.plazo.request;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with an input, so that all of it can be told at once. */
public final class FieldProblems {

    /** What is wrong with one field. */
    public record FieldProblem(String field, String reason) {}

    private final List<FieldProblem> problems = new ArrayList<>();

    public void add(String field, String reason) {
        problems.add(new FieldProblem(field, reason));
    }

    public List<FieldProblem> all() {
        return List.copyOf(problems);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** @throws InvalidInput naming the fields that are wrong, if any is */
    public void refuse() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems.stream()
                    .map(each -> new InvalidInput.Problem(each.field(), each.reason()))
                    .toList());
        }
    }

    /** Checks one line of text. */
    public void line(String field, @Nullable String value, int longest) {
        check(field, value, longest, false);
    }

    /** Checks one line of text that must not be empty. */
    public void requiredLine(String field, @Nullable String value, int longest) {
        required(field, value);
        line(field, value, longest);
    }

    /** Checks text of any number of lines. */
    public void text(String field, @Nullable String value, int longest) {
        check(field, value, longest, true);
    }

    public boolean required(String field, @Nullable Object value) {
        if (value == null || (value instanceof String text && !isVisible(text))) {
            add(field, "is missing");
            return false;
        }
        return true;
    }

    /** Whether there is anything to be seen; spaces of whatever width and joiners are not. */
    private static boolean isVisible(String text) {
        return text.codePoints()
                .anyMatch(character -> !Character.isWhitespace(character)
                        && !Character.isSpaceChar(character)
                        && Character.getType(character) != Character.FORMAT);
    }

    private void check(String field, @Nullable String value, int longest, boolean manyLines) {
        if (value == null) {
            return;
        }
        if (value.length() > longest) {
            add(field, "is longer than " + longest + " characters");
        }
        value.codePoints()
                .filter(character -> isForbidden(character, manyLines))
                .findFirst()
                .ifPresent(
                        character -> add(field, String.format("contains the forbidden character U+%04X", character)));
    }

    /** Control characters, line and paragraph separators, halves of characters, and what turns the writing direction. */
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
