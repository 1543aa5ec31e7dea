package org.plazo.request.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.request.InvalidInput;
import org.plazo.request.imports.ImportExample;
import org.plazo.request.imports.ImportJobs;
import org.plazo.request.imports.ImportOptions;
import org.plazo.request.imports.ImportOutcome;
import org.plazo.request.imports.ImportReport;
import org.plazo.request.imports.ReceivedImport;
import org.plazo.request.imports.RegisterImport;
import org.plazo.security.CurrentActor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Imports over HTTP. A dry run always answers with its report, a small file with what was stored, a large one with the
 * place where its progress can be read; a file with problems is a bad request whose body carries them.
 */
@RestController
@RequestMapping("/api/imports")
class ImportController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int LATEST = 50;

    private final RegisterImport imports;
    private final ImportJobs jobs;
    private final ReceivedImport received;
    private final ImportExample example;
    private final CurrentActor currentActor;

    ImportController(
            RegisterImport imports,
            ImportJobs jobs,
            ReceivedImport received,
            ImportExample example,
            CurrentActor currentActor) {
        this.imports = imports;
        this.jobs = jobs;
        this.received = received;
        this.example = example;
        this.currentActor = currentActor;
    }

    @PostMapping(consumes = "text/csv")
    ResponseEntity<?> run(
            @RequestParam boolean dryRun,
            @RequestParam(defaultValue = "false") boolean skipInvalid,
            @RequestParam(required = false) @Nullable String fileName,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            InputStream body)
            throws IOException {
        Charset charset = type.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw new InvalidInput("charset", "must be UTF-8");
        }
        ImportOptions options = new ImportOptions(dryRun, skipInvalid, fileName);
        ImportOutcome outcome = received.with(body, file -> imports.take(file, options, currentActor.get()));
        if (outcome instanceof ImportOutcome.Accepted accepted) {
            return ResponseEntity.accepted()
                    .location(URI.create("/api/imports/" + accepted.job().id()))
                    .body(ImportJobView.of(
                            accepted.job(),
                            jobs.problems(accepted.job().id(), ImportReport.MOST_PROBLEMS, currentActor.get())));
        }
        return answer(((ImportOutcome.Answered) outcome).report(), skipInvalid);
    }

    private static ResponseEntity<?> answer(ImportReport report, boolean skipInvalid) {
        ImportView view = ImportView.of(report);
        boolean stored = report.valid() || (skipInvalid && report.created() + report.known() > 0);
        if (stored || report.dryRun()) {
            return ResponseEntity.ok(view);
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "Nothing was stored: " + report.problemCount() + " problems in the file");
        problem.setProperty("rows", view.rows());
        problem.setProperty("problemCount", view.problemCount());
        problem.setProperty("problems", view.problems());
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @GetMapping
    List<ImportJobView> latest() {
        return jobs.latest(LATEST, currentActor.get()).stream()
                .map(job -> ImportJobView.of(job, List.of()))
                .toList();
    }

    @GetMapping("/{id}")
    ImportJobView show(@PathVariable long id) {
        return ImportJobView.of(
                jobs.get(id, currentActor.get()), jobs.problems(id, ImportReport.MOST_PROBLEMS, currentActor.get()));
    }

    @PostMapping("/{id}/stop")
    ImportJobView stop(@PathVariable long id) {
        jobs.stop(id, currentActor.get());
        return show(id);
    }

    @GetMapping("/example.csv")
    ResponseEntity<String> example() {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("example.csv")
                                .build()
                                .toString())
                .body(example.csv());
    }

    /** What an import did or would do. */
    record ImportView(
            boolean dryRun,
            boolean valid,
            int rows,
            int created,
            int known,
            int invalid,
            List<String> references,
            int problemCount,
            List<ProblemView> problems) {

        static ImportView of(ImportReport report) {
            return new ImportView(
                    report.dryRun(),
                    report.valid(),
                    report.rows(),
                    report.created(),
                    report.known(),
                    report.invalid(),
                    report.references(),
                    report.problemCount(),
                    ProblemView.of(report.problems()));
        }
    }

    /** What is wrong with one cell, or with a whole line if the column is null. */
    record ProblemView(
            long line, @Nullable String column, @Nullable String value, String reason) {

        static List<ProblemView> of(List<ImportReport.Problem> problems) {
            return problems.stream()
                    .map(each -> new ProblemView(each.line(), each.column(), each.value(), each.reason()))
                    .toList();
        }
    }
}
