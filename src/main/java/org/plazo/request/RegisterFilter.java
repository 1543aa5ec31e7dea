package org.plazo.request;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the register's list is narrowed to; null narrows nothing.
 *
 * @param authority code of an authority on either side
 * @param crimeArea code
 * @param handler user id, or {@link #NOBODY}
 * @param deadline what the clock is for that {@link RegisterRow} shows; SUPPLY: the other side waits for us
 * @param text what is looked for in references and label, whatever its case and accents; several words must all occur
 * @param otherThanAuthorities codes of which none may be the other side's authority; empty narrows nothing
 * @param otherThanCrimeAreas codes of which none may be the crime area; empty narrows nothing
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
        @Nullable DeadlineKind deadline,
        @Nullable String text,
        Set<String> otherThanAuthorities,
        Set<String> otherThanCrimeAreas) {

    /** Stands for a handler where nobody is one. */
    public static final String NOBODY = "-";

    public static final RegisterFilter ALL = new RegisterFilter(null, null, null);
    public static final RegisterFilter OPEN = open(null);

    public RegisterFilter {
        otherThanAuthorities = Set.copyOf(otherThanAuthorities);
        otherThanCrimeAreas = Set.copyOf(otherThanCrimeAreas);
    }

    /** A filter that leaves no code out. */
    public RegisterFilter(
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
        this(
                direction,
                lifecycle,
                timeliness,
                authority,
                crimeArea,
                urgency,
                handler,
                age,
                outcome,
                open,
                null,
                text,
                Set.of(),
                Set.of());
    }

    /** What is open of one direction, or of both. */
    public static RegisterFilter open(@Nullable Direction direction) {
        return new RegisterFilter(direction, null, null, null, null, null, null, null, null, true, null);
    }

    public RegisterFilter(@Nullable Lifecycle lifecycle, @Nullable Timeliness timeliness, @Nullable String authority) {
        this(null, lifecycle, timeliness, authority, null, null, null, null, null, null, null);
    }
}
