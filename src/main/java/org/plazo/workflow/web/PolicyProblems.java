package org.plazo.workflow.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import org.plazo.request.InvalidInput;
import org.plazo.request.NotPermitted;
import org.plazo.workflow.change.PoliciesChanged;
import org.plazo.workflow.change.PoliciesNotApplicable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What goes wrong with changed tables over HTTP, as problem bodies; those of wrong input name the {@code field}. */
@RestControllerAdvice(assignableTypes = PolicyChangesController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PolicyProblems {

    @ExceptionHandler
    ProblemDetail wrongField(InvalidInput problem) {
        return of(HttpStatus.BAD_REQUEST, problem.field(), problem.field() + ": " + problem.reason());
    }

    @ExceptionHandler
    ProblemDetail wrongParameter(MethodArgumentTypeMismatchException problem) {
        return of(HttpStatus.BAD_REQUEST, problem.getName(), problem.getName() + ": has the wrong form");
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException problem) {
        String field = problem.getCause() instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                        && mapping.getPath().get(0).getFieldName() != null
                ? mapping.getPath().get(0).getFieldName()
                : "body";
        return of(HttpStatus.BAD_REQUEST, field, field + ": is unknown or has the wrong form");
    }

    @ExceptionHandler
    ProblemDetail notPermitted(NotPermitted problem) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail changedMeanwhile(PoliciesChanged problem) {
        return of(HttpStatus.CONFLICT, "hash", String.valueOf(problem.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail notApplicable(PoliciesNotApplicable problem) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, problem.getMessage());
        body.setProperty("cause", problem.why());
        return body;
    }

    @ExceptionHandler
    ProblemDetail atTheSameTime(ConcurrencyFailureException problem) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                "Somebody is deciding on the same tables at this moment; nothing was changed here");
    }

    private static ProblemDetail of(HttpStatus status, String field, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setProperty("field", field);
        return body;
    }
}
