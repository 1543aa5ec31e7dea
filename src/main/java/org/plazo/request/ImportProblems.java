package org.plazo.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.request.ImportReport.Problem;

/** Collects what is wrong with a file. */
final class ImportProblems {

    private static final int LONGEST_VALUE = 100;

    private final List<Problem> problems = new ArrayList<>();

    void add(long line, @Nullable String column, @Nullable String value, String reason) {
        String shown =
                value == null || value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
        problems.add(new Problem(line, column, shown, reason));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    ImportReport report(boolean dryRun, int rows, int known) {
        List<Problem> first = problems.stream()
                .sorted(Comparator.comparingLong(Problem::line))
                .limit(ImportReport.MOST_PROBLEMS)
                .toList();
        return new ImportReport(dryRun, rows, 0, known, List.of(), first, problems.size());
    }
}
