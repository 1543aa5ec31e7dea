package org.plazo.request.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did or, in a dry run or with problems, would do.
 *
 * @param rows how many rows the file has
 * @param created how many requests are new; in a dry run: would be; 0 if problems keep everything out
 * @param known how many rows are in the register already and change nothing
 * @param invalid how many rows have problems
 * @param references of the created requests, in the file's order; empty in a dry run
 * @param problems the first ones, at most {@value #MOST_PROBLEMS}
 * @param problemCount of all problems
 */
public record ImportReport(
        boolean dryRun,
        int rows,
        int created,
        int known,
        int invalid,
        List<String> references,
        List<Problem> problems,
        int problemCount) {

    public static final int MOST_PROBLEMS = 200;

    /** How many problems of a file are kept beside it. */
    public static final int MOST_KEPT = 10_000;

    public ImportReport {
        references = List.copyOf(references);
        problems = List.copyOf(problems);
    }

    public boolean valid() {
        return problemCount == 0;
    }

    /**
     * What is wrong with one cell, or with a whole line.
     *
     * @param line of the file where the row begins, from 1
     * @param column its name, or null if the whole line is meant
     * @param value what stands there, shortened; null if nothing does
     */
    public record Problem(
            long line, @Nullable String column, @Nullable String value, String reason) {}
}
