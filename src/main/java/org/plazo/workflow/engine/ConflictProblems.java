package org.plazo.workflow.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A change that lost a race as often as it was tried is no fault of the server: it may be sent again. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class ConflictProblems {

    private final MessageSource messages;

    ConflictProblems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler({OptimisticLockingException.class, ConcurrencyFailureException.class})
    ResponseEntity<ProblemDetail> lostRace() {
        String detail = messages.getMessage("workflow.check.conflict", null, LocaleContextHolder.getLocale());
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail));
    }
}
