package org.plazo.request.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.plazo.request.InvalidInput;
import org.plazo.request.NotPermitted;
import org.plazo.request.RequestNotFound;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** The register's errors, where a person reads them: as pages. The API answers its own before. */
@ControllerAdvice(basePackageClasses = PageErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PageErrors {

    @ExceptionHandler(RequestNotFound.class)
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler(InvalidInput.class)
    void notUnderstood(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    @ExceptionHandler(NotPermitted.class)
    void forbidden(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
