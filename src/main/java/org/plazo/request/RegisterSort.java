package org.plazo.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The order of a list; rows that are equal, or have no value, are in the order in which they were entered. */
public record RegisterSort(Key key, boolean descending) {

    /** What is due first comes first. */
    public static final RegisterSort DUE = new RegisterSort(Key.DUE, false);

    /** What a list can be ordered by. */
    public enum Key {
        DUE("running_due_at"),
        REFERENCE("reference"),
        /** The latest dispatch, or receipt, comes last when it is ascending: the oldest first. */
        DISPATCH("coalesce(dispatched_at, received_at)"),
        AUTHORITY("requested_authority"),
        CRIME_AREA("crime_area"),
        LIFECYCLE("lifecycle"),
        HANDLER("handler");

        private final String column;

        Key(String column) {
            this.column = column;
        }
    }

    /** Reads such as {@code due} or {@code -crimeArea}. */
    public static Optional<RegisterSort> of(String text) {
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        return Arrays.stream(Key.values())
                .filter(key -> nameOf(key).equals(name))
                .findFirst()
                .map(key -> new RegisterSort(key, descending));
    }

    /** As {@link #of} reads it. */
    public String text() {
        return (descending ? "-" : "") + nameOf(key);
    }

    private static String nameOf(Key key) {
        return key == Key.CRIME_AREA ? "crimeArea" : key.name().toLowerCase(Locale.ROOT);
    }

    public String orderBy() {
        String way = descending ? " desc" : "";
        return " order by " + key.column + way + " nulls last, id" + way;
    }
}
