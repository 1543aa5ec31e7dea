package org.plazo.document.file;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plazo.document.DocumentRefused;
import org.plazo.document.Refusal;

/** The name that a sender gave a file. It is only ever shown and offered for saving, never used as a path. */
public final class FileName {

    /** In UTF-16 code units. */
    public static final int LONGEST = 255;

    /** What some systems read as a path, a drive, a stream or a pattern. */
    private static final String PATH = "/\\:";

    private static final String NOT_IN_NAMES = "*?\"<>|\uFFFD";

    /** Devices of Windows, whatever follows the first dot. */
    private static final Pattern RESERVED =
            Pattern.compile("(CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])\\s*(\\..*)?", Pattern.CASE_INSENSITIVE);

    /** They join and separate letters in scripts that need it. */
    private static final Set<Integer> JOINERS = Set.of(0x200C, 0x200D);

    private FileName() {}

    /**
     * The name in NFC, without space around it.
     *
     * @throws DocumentRefused if it is missing or too long, has parts of a path, control characters or characters that
     *     turn the writing direction, or is a name of a device
     */
    public static String checked(@Nullable String given) {
        String name = given == null
                ? ""
                : Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        if (name.isEmpty()) {
            throw refused(Refusal.NAME_MISSING);
        }
        if (name.length() > LONGEST) {
            throw refused(Refusal.NAME_TOO_LONG, String.valueOf(LONGEST));
        }
        name.codePoints().forEach(FileName::check);
        if (name.equals(".") || name.equals("..")) {
            throw refused(Refusal.NAME_WITH_PATH);
        }
        if (name.endsWith(".") || RESERVED.matcher(name).matches()) {
            throw refused(Refusal.NAME_RESERVED);
        }
        return name;
    }

    /** What follows the last dot, in lower case; empty without one. */
    static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static void check(int character) {
        if (PATH.indexOf(character) >= 0) {
            throw refused(Refusal.NAME_WITH_PATH);
        }
        if (NOT_IN_NAMES.indexOf(character) >= 0 || isInvisible(character)) {
            throw refused(Refusal.NAME_WITH_CHARACTER, String.format("U+%04X", character));
        }
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            case Character.FORMAT -> !JOINERS.contains(character);
            default -> false;
        };
    }

    private static DocumentRefused refused(Refusal refusal, String... values) {
        return new DocumentRefused("file", refusal, values);
    }
}
