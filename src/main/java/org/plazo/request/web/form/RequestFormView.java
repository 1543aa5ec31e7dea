package org.plazo.request.web.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Direction;
import org.plazo.request.web.words.PageNames.Named;

/**
 * The form of a request as the page shows it.
 *
 * @param reference null for a new request
 * @param direction who asks
 * @param problems everything that is wrong, in the order of the form
 */
public record RequestFormView(
        @Nullable String reference,
        Direction direction,
        List<Part> parts,
        @Nullable Input reason,
        List<Problem> problems) {

    public boolean isReceived() {
        return direction == Direction.INCOMING;
    }

    /** What is wrong; {@code id} is that of the field, null if the form does not show it. */
    public record Problem(@Nullable String id, String label, String reason) {}

    /** A heading with what stands below it. */
    public record Part(String name, List<Input> inputs, List<Rows> lists) {}

    /**
     * One field.
     *
     * @param type line, text, date, datetime-local, select, flag or checks; fixed if it can only be read
     * @param value what stands in it; in words if it is fixed
     * @param choices of a select or of check boxes, else empty
     * @param longest in characters
     * @param latest the last date that it takes; null if there is none
     * @param now in words what the register has, where that is not what stands in the field; else null
     */
    public record Input(
            String name,
            String id,
            String label,
            String type,
            boolean required,
            String value,
            List<Choice> choices,
            int longest,
            @Nullable String latest,
            @Nullable String hint,
            @Nullable String error,
            @Nullable String now) {

        /** The id of a field; brackets and dots would mean something in a selector. */
        static String idOf(String name) {
            return name.replaceAll("\\W+", "-").replaceAll("-$", "");
        }

        /** The ids of what describes it further; null if nothing does. */
        public @Nullable String getDescribedBy() {
            String ids = (hint == null ? "" : id + "-hint ")
                    + (now == null ? "" : id + "-now ")
                    + (error == null ? "" : id + "-error");
            return ids.isBlank() ? null : ids.strip();
        }
    }

    /** A code that can be chosen. */
    public record Choice(String code, String name, boolean chosen) {

        static Choice of(Named named, boolean chosen) {
            return new Choice(named.code(), named.name(), chosen);
        }
    }

    /** A list, row by row; {@code fixed} holds its entries in words if it can only be read, else null. */
    public record Rows(
            String name,
            String label,
            List<Row> rows,
            @Nullable List<String> fixed,
            @Nullable String hint,
            @Nullable String error,
            @Nullable String now) {}

    /** @param number from 1 */
    public record Row(int number, List<Input> inputs) {}
}
