package org.plazo.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Spring's own errors (no such page, wrong method, unreadable input): a problem body for the API, a page for people. */
@ControllerAdvice
class ErrorAnswers extends ResponseEntityExceptionHandler {

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ServletWebRequest asked = (ServletWebRequest) request;
        String path = asked.getRequest().getRequestURI();
        if (path.startsWith(asked.getRequest().getContextPath() + "/api/")) {
            return super.handleExceptionInternal(failure, body, headers, status, request);
        }
        try {
            HttpServletResponse response = Objects.requireNonNull(asked.getResponse(), "a request has a response");
            response.sendError(status.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }
}
