package org.plazo.document.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.Locale;
import org.plazo.document.DocumentNotFound;
import org.plazo.document.DocumentRefused;
import org.plazo.request.NotPermitted;
import org.plazo.request.RequestNotFound;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What goes wrong with documents in the API, as problem bodies that name the {@code field} and the {@code refusal}. */
@RestControllerAdvice(assignableTypes = DocumentController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DocumentProblems {

    private final RefusalWords words;

    DocumentProblems(RefusalWords words) {
        this.words = words;
    }

    @ExceptionHandler
    ProblemDetail refused(DocumentRefused refused) {
        ProblemDetail body =
                field(RefusalWords.status(refused.refusal()), refused.field(), words.of(refused, Locale.ENGLISH));
        body.setProperty("refusal", refused.refusal());
        return body;
    }

    @ExceptionHandler({RequestNotFound.class, DocumentNotFound.class})
    ProblemDetail notFound(RuntimeException problem) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(problem.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail notPermitted(NotPermitted problem) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, String.valueOf(problem.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail atTheSameTime(ConcurrencyFailureException problem) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "Somebody is changing the same request at this moment; nothing was changed here");
    }

    @ExceptionHandler
    ProblemDetail wrongParameter(MethodArgumentTypeMismatchException problem) {
        return field(HttpStatus.BAD_REQUEST, problem.getName(), "has the wrong form");
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException problem) {
        String field = problem.getCause() instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? mapping.getPath().get(0).getFieldName()
                : "body";
        return field(HttpStatus.BAD_REQUEST, field, "is not what is expected here");
    }

    private static ProblemDetail field(HttpStatusCode status, String field, String reason) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, field + ": " + reason);
        body.setProperty("field", field);
        return body;
    }
}
