package org.plazo.request.imports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.request.imports.ImportReport.Problem;

/** Collects what is wrong with a file, in the order of its lines: counts all of it and keeps the first. */
final class ImportProblems {

    private static final int LONGEST_VALUE = 100;

    private final List<Problem> first = new ArrayList<>();
    private int count;
    private int rows;
    private long lastLine;
    private boolean unreadable;

    /** Something is wrong with one row. */
    void add(long line, @Nullable String column, @Nullable String value, String reason) {
        count++;
        if (line != lastLine) {
            rows++;
            lastLine = line;
        }
        if (first.size() < ImportReport.MOST_KEPT) {
            first.add(new Problem(line, shown(column), shown(value), reason));
        }
    }

    /** Something is wrong that makes the file as a whole unusable. */
    void unreadable(long line, @Nullable String column, @Nullable String value, String reason) {
        unreadable = true;
        add(line, column, value, reason);
    }

    private static @Nullable String shown(@Nullable String value) {
        return value == null || value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether even the rows without problems must not be stored. */
    boolean isUnreadable() {
        return unreadable;
    }

    int count() {
        return count;
    }

    /** How many rows have problems. */
    int rows() {
        return rows;
    }

    List<Problem> first() {
        return List.copyOf(first);
    }
}
