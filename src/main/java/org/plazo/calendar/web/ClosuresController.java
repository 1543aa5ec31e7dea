package org.plazo.calendar.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plazo.calendar.CalendarVersions;
import org.plazo.calendar.CalendarWords;
import org.plazo.calendar.Closure;
import org.plazo.calendar.LocalizedText;
import org.plazo.calendar.NamedCalendar;
import org.plazo.calendar.UnknownCalendar;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The closures of a named calendar, for anybody: public and without state. */
@RestController
class ClosuresController {

    private final CalendarVersions calendars;

    ClosuresController(CalendarVersions calendars) {
        this.calendars = calendars;
    }

    /** Every closure from one day to another, both inclusive, whatever its weekday; not the weekly closed days. */
    @GetMapping(path = "/api/calendars/{id}/closures", produces = MediaType.APPLICATION_JSON_VALUE)
    List<ClosureView> closures(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        NamedCalendar calendar = calendars.inForce().find(id).orElseThrow(() -> new UnknownCalendar(id));
        LocalDate first = date("from", from);
        LocalDate last = date("to", to);
        if (last.isBefore(first)) {
            throw new InvalidClosuresQuery("to", "rangeReversed");
        }
        return calendar.closures(first, last).stream().map(ClosureView::of).toList();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownCalendar unknown, Locale locale) {
        LocalizedText detail = CalendarWords.text("calendar.unknown", unknown.id());
        return problem(HttpStatus.NOT_FOUND, "id", detail, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidClosuresQuery invalid, Locale locale) {
        return problem(HttpStatus.BAD_REQUEST, invalid.field(), invalid.problem(), locale);
    }

    private static LocalDate date(String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw new InvalidClosuresQuery(field, "dateMissing");
        }
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidClosuresQuery(field, "dateInvalid", text);
        }
        if (date.getYear() < 1970 || date.getYear() > 2199) {
            throw new InvalidClosuresQuery(field, "dateOutside", text);
        }
        return date;
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String field, LocalizedText detail, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail.in(locale));
        problem.setTitle(CalendarWords.text("calendar.problem.title").in(locale));
        problem.setProperty("field", field);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** @param date in ISO 8601 */
    record ClosureView(String date, LocalizedText reason) {

        static ClosureView of(Closure closure) {
            return new ClosureView(closure.date().toString(), closure.reason());
        }
    }
}
