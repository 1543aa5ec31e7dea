package org.plazo.request.web.api;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import org.plazo.request.ChangedMeanwhile;
import org.plazo.request.CommandNotPossible;
import org.plazo.request.FieldIsFixed;
import org.plazo.request.InvalidInput;
import org.plazo.request.NotPermitted;
import org.plazo.request.RequestNotFound;
import org.plazo.request.imports.ImportNotFound;
import org.plazo.request.imports.ImportNotPossible;
import org.plazo.request.imports.ImportTooLarge;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What goes wrong in the register's API, as problem bodies; those of wrong input name the {@code field}. */
@RestControllerAdvice(basePackageClasses = RegisterProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RegisterProblems {

    @ExceptionHandler
    ProblemDetail wrongField(InvalidInput problem) {
        return badRequest(problem.field(), problem.reason());
    }

    @ExceptionHandler
    ProblemDetail doesNotFit(CommandNotPossible problem) {
        ProblemDetail body = ProblemDetail.forStatus(HttpStatus.CONFLICT);
        body.setDetail(problem.getMessage());
        body.setProperty("field", problem.field());
        body.setProperty("lifecycle", problem.lifecycle());
        body.setProperty("fittingCommands", List.copyOf(problem.fitting()));
        return body;
    }

    @ExceptionHandler
    ProblemDetail isFixed(FieldIsFixed problem) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, problem.getMessage());
        body.setProperty("field", problem.field());
        body.setProperty("lifecycle", problem.lifecycle());
        return body;
    }

    @ExceptionHandler
    ProblemDetail changedMeanwhile(ChangedMeanwhile problem) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatus.PRECONDITION_FAILED, problem.getMessage());
        body.setProperty("version", problem.version());
        return body;
    }

    @ExceptionHandler
    ProblemDetail notPermitted(NotPermitted problem) {
        ProblemDetail body = ProblemDetail.forStatus(HttpStatus.FORBIDDEN);
        body.setDetail(problem.getMessage());
        return body;
    }

    @ExceptionHandler
    ProblemDetail notFound(RequestNotFound problem) {
        ProblemDetail body = ProblemDetail.forStatus(HttpStatus.NOT_FOUND);
        body.setDetail(problem.getMessage());
        return body;
    }

    @ExceptionHandler
    ProblemDetail noSuchImport(ImportNotFound problem) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail importDoesNotFit(ImportNotPossible problem) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail atTheSameTime(ConcurrencyFailureException problem) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "Somebody is changing the same request at this moment; nothing was changed here");
    }

    /** Nobody can enter a request while a long import holds the counter of references. */
    @ExceptionHandler
    ProblemDetail busy(QueryTimeoutException problem) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The register is busy with a long change, such as an import; nothing was changed here, try again");
    }

    @ExceptionHandler
    ProblemDetail importedAtTheSameTime(DuplicateKeyException problem) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                "Another import stored some of the same rows at this moment; nothing was stored here");
    }

    @ExceptionHandler
    ProblemDetail tooLarge(ImportTooLarge problem) {
        ProblemDetail body = ProblemDetail.forStatus(HttpStatus.PAYLOAD_TOO_LARGE);
        body.setDetail(problem.getMessage());
        return body;
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException problem) {
        if (problem.getCause() instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            boolean unknown = mapping instanceof UnrecognizedPropertyException;
            return badRequest(path(mapping), unknown ? "unknown field" : "has the wrong form");
        }
        return badRequest("body", "is not readable as JSON");
    }

    @ExceptionHandler
    ProblemDetail wrongParameter(MethodArgumentTypeMismatchException problem) {
        return badRequest(problem.getName(), "has the wrong form");
    }

    @ExceptionHandler
    ProblemDetail missingParameter(MissingServletRequestParameterException problem) {
        return badRequest(problem.getParameterName(), "is missing");
    }

    private static ProblemDetail badRequest(String field, String reason) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, field + ": " + reason);
        body.setProperty("field", field);
        return body;
    }

    /** Such as {@code measures[1]}. */
    private static String path(JsonMappingException problem) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference part : problem.getPath()) {
            if (part.getFieldName() == null) {
                path.append('[').append(part.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(part.getFieldName());
            }
        }
        return path.toString();
    }
}
