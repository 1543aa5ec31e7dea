package org.plazo.request;

import org.jspecify.annotations.Nullable;

/**
 * What the register's list is narrowed to; null narrows nothing.
 *
 * @param authority code of an authority on either side
 * @param crimeArea code
 * @param handler user id, or {@link #NOBODY}
 * @param text what is looked for in references and label, whatever its case and accents; several words must all occur
 * @param open true: requests to which something more will happen; false: those that are at their end
 */
public record RegisterFilter(
        @Nullable Direction direction,
        @Nullable Lifecycle lifecycle,
        @Nullable Timeliness timeliness,
        @Nullable String authority,
        @Nullable String crimeArea,
        @Nullable Urgency urgency,
        @Nullable String handler,
        @Nullable AgeClass age,
        @Nullable MeasureOutcome outcome,
        @Nullable Boolean open,
        @Nullable String text) {

    /** Stands for a handler where nobody is one. */
    public static final String NOBODY = "-";

    public static final RegisterFilter ALL = new RegisterFilter(null, null, null);

    public RegisterFilter(@Nullable Lifecycle lifecycle, @Nullable Timeliness timeliness, @Nullable String authority) {
        this(null, lifecycle, timeliness, authority, null, null, null, null, null, null, null);
    }
}
