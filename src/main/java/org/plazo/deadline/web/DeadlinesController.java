package org.plazo.deadline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.plazo.calendar.CalendarVersions;
import org.plazo.calendar.LocalizedText;
import org.plazo.deadline.DueDate;
import org.plazo.deadline.ExplanationStep;
import org.plazo.deadline.reckoning.DueDateCalculator;
import org.plazo.deadline.reckoning.InvalidTerms;
import org.plazo.deadline.reckoning.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Computes and explains one due date, for anybody: public and without state. */
@RestController
class DeadlinesController {

    /** Longer bodies are not read. */
    static final int MOST_BYTES = 1 << 20;

    private final ExplainInput input;

    DeadlinesController(CalendarVersions calendars) {
        this.input = new ExplainInput(calendars);
    }

    @PostMapping(
            path = "/api/deadlines/explain",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    DueDateView explain(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new BodyTooLarge();
        }
        return DueDateView.of(DueDateCalculator.dueDate(input.read(body)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidTerms invalid, Locale locale) {
        return problem(HttpStatus.BAD_REQUEST, invalid.field(), invalid.problem(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLarge tooLarge, Locale locale) {
        LocalizedText detail = Wording.text("deadline.problem.bodyTooLarge", MOST_BYTES);
        return problem(HttpStatus.PAYLOAD_TOO_LARGE, ExplainInput.BODY, detail, locale);
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String field, LocalizedText detail, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail.in(locale));
        problem.setTitle(Wording.text("deadline.problem.title").in(locale));
        problem.setProperty("field", field);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /**
     * The answer.
     *
     * @param dueOn local date in the zone, in ISO 8601
     * @param dueAt instant, in ISO 8601
     */
    record DueDateView(
            String dueOn, String dueAt, String originalDueOn, List<ExplanationStep> steps, LocalizedText explanation) {

        static DueDateView of(DueDate due) {
            return new DueDateView(
                    due.dueOn().toString(),
                    due.dueAt().toString(),
                    due.originalDueOn().toString(),
                    due.steps(),
                    due.explanation());
        }
    }

    private static final class BodyTooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
