package org.plazo.request.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.request.ImportReport;
import org.plazo.request.ImportTooLarge;
import org.plazo.request.InvalidInput;
import org.plazo.request.RegisterImport;
import org.plazo.security.CurrentActor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Imports over HTTP. A dry run always answers with its report; an import with problems is a bad request whose body
 * carries the same report.
 */
@RestController
@RequestMapping("/api/imports")
class ImportController {

    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final RegisterImport imports;
    private final CurrentActor currentActor;

    ImportController(RegisterImport imports, CurrentActor currentActor) {
        this.imports = imports;
        this.currentActor = currentActor;
    }

    @PostMapping(consumes = "text/csv")
    ResponseEntity<?> run(
            @RequestParam boolean dryRun, @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type, InputStream body)
            throws IOException {
        Charset charset = type.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw new InvalidInput("charset", "must be UTF-8");
        }
        byte[] csv = body.readNBytes(MOST_BYTES + 1);
        if (csv.length > MOST_BYTES) {
            throw new ImportTooLarge("The file has more than " + MOST_BYTES + " bytes");
        }
        ImportReport report = imports.run(csv, dryRun, currentActor.get());
        ImportView view = ImportView.of(report);
        if (report.valid() || dryRun) {
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

    /** What an import did or would do. */
    record ImportView(
            boolean dryRun,
            boolean valid,
            int rows,
            int created,
            int known,
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
                    report.references(),
                    report.problemCount(),
                    report.problems().stream()
                            .map(each -> new ProblemView(each.line(), each.column(), each.value(), each.reason()))
                            .toList());
        }
    }

    /** What is wrong with one cell, or with a whole line if the column is null. */
    record ProblemView(
            long line, @Nullable String column, @Nullable String value, String reason) {}
}
