package org.plazo.export;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking a text for a formula. An apostrophe goes before every character that could begin one: at
 * the beginning of the cell, and behind everything that a program with another idea of separators could take for the end of
 * a cell.
 */
final class Cells {

    /** Also the wide forms, which some input methods and programs turn into the plain ones. */
    private static final Pattern BEGINNING_OF_A_FORMULA =
            Pattern.compile("(^|[,;|\\t\\r\\n\"'])([\\s\\p{Z}\\p{Cf}]*+)(?=[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

    private static final Pattern WHITE_BEGINNING = Pattern.compile("^[\\t\\r\\n\\x00]");

    private Cells() {}

    static String harmless(String text) {
        String guarded = BEGINNING_OF_A_FORMULA.matcher(text).replaceAll("$1$2'");
        return WHITE_BEGINNING.matcher(guarded).find() ? "'" + guarded : guarded;
    }
}
