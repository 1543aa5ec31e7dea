package org.plazo.request;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How our own references are made, such as <code>{home}-{direction}-{year}-{number:4}</code> for
 * {@code CU-OUT-2026-0042}. Besides the placeholders only letters, digits, dots, hyphens and underscores may occur, so
 * that a reference can stand in an address.
 */
public record ReferencePattern(String pattern) {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{(home|counterpart|direction|year|number(?::([1-9]))?)}");
    private static final Pattern LITERALS = Pattern.compile("[A-Za-z0-9._-]*");
    private static final int LONGEST = 40;

    /** @throws IllegalArgumentException if the pattern has an unknown placeholder, not exactly one number, or is too long */
    public ReferencePattern {
        String literals = PLACEHOLDER.matcher(pattern).replaceAll("");
        if (!LITERALS.matcher(literals).matches()) {
            throw new IllegalArgumentException("unknown placeholder or forbidden character in \"" + pattern
                    + "\"; allowed are {home}, {counterpart}, {direction}, {year}, {number}, {number:4}, letters,"
                    + " digits, dots, hyphens and underscores");
        }
        if (pattern.split("\\{number", -1).length != 2) {
            throw new IllegalArgumentException("\"" + pattern + "\" must have {number} or {number:4} exactly once");
        }
        if (!pattern.contains("{year}")) {
            throw new IllegalArgumentException("\"" + pattern + "\" must have {year}");
        }
        if (pattern.length() > LONGEST + 20 || literals.length() > LONGEST - 24) {
            throw new IllegalArgumentException("\"" + pattern + "\" is too long");
        }
    }

    /** The series in which numbers are counted: everything but the number. */
    public String series(Party home, Party counterpart, Direction direction, int year) {
        return fill(home, counterpart, direction, year, null);
    }

    public String reference(Party home, Party counterpart, Direction direction, int year, long number) {
        return fill(home, counterpart, direction, year, number);
    }

    private String fill(Party home, Party counterpart, Direction direction, int year, @Nullable Long number) {
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value =
                    switch (matcher.group(1)) {
                        case "home" -> home.id().toUpperCase(Locale.ROOT);
                        case "counterpart" -> counterpart.id().toUpperCase(Locale.ROOT);
                        case "direction" -> direction.code();
                        case "year" -> Integer.toString(year);
                        default -> number == null ? "#" : padded(number, matcher.group(2));
                    };
            matcher.appendReplacement(filled, value);
        }
        return matcher.appendTail(filled).toString();
    }

    private static String padded(long number, @Nullable String digits) {
        return digits == null ? Long.toString(number) : String.format(Locale.ROOT, "%0" + digits + "d", number);
    }
}
