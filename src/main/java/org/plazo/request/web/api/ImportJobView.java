package org.plazo.request.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.request.imports.ImportJob;
import org.plazo.request.imports.ImportReport;

/** Where an import stands that goes on in the background; the list leaves the problems out. */
record ImportJobView(
        long id,
        ImportJob.State state,
        @Nullable String fileName,
        String startedBy,
        boolean skipInvalid,
        int rows,
        int done,
        int created,
        int known,
        int invalid,
        int problemCount,
        List<ImportController.ProblemView> problems,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    static ImportJobView of(ImportJob job, List<ImportReport.Problem> problems) {
        return new ImportJobView(
                job.id(),
                job.state(),
                job.fileName(),
                job.startedBy(),
                job.skipInvalid(),
                job.rows(),
                job.done(),
                job.created(),
                job.known(),
                job.invalid(),
                job.problemCount(),
                ImportController.ProblemView.of(problems),
                job.createdAt(),
                job.startedAt(),
                job.endedAt());
    }
}
