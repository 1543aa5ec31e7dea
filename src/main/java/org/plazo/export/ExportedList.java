package org.plazo.export;

import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A list that somebody takes away.
 *
 * @param name what is listed, such as {@code requests}, at most 40 characters; the file is named after it
 * @param query what the list is narrowed and ordered by, as it stands in an address; empty if by nothing
 * @param separator between the cells: a comma or a semicolon
 * @param header the names of the columns
 */
public record ExportedList(String name, String query, char separator, List<String> header, Rows rows) {

    public ExportedList {
        header = List.copyOf(header);
    }

    /** Where the comma divides numbers, spreadsheets divide cells with a semicolon. */
    public static char separator(Locale readers) {
        return new DecimalFormatSymbols(readers).getDecimalSeparator() == ',' ? ';' : ',';
    }

    /** Where the rows come from, one after the other, so that none must be kept. */
    @FunctionalInterface
    public interface Rows {

        /**
         * @param taker takes the cells of one row, as many as there are columns; numbers stay numbers, null is an empty cell,
         *     everything else is text
         */
        void each(Consumer<List<? extends @Nullable Object>> taker);
    }
}
