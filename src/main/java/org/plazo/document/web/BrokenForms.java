package org.plazo.document.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Forms with files that break off, or are larger than any may be. They fail before it is known whom they are for. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenForms {

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> broken(
            MultipartException problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = problem instanceof MaxUploadSizeExceededException
                ? HttpStatus.PAYLOAD_TOO_LARGE
                : HttpStatus.BAD_REQUEST;
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            response.sendError(status.value());
            return null;
        }
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                status,
                status == HttpStatus.BAD_REQUEST ? "file: the form is not readable" : "file: the form is too large");
        body.setProperty("field", "file");
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
