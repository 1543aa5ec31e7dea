package org.plazo.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.plazo.document.DocumentNotFound;
import org.plazo.request.NotPermitted;
import org.plazo.request.RequestNotFound;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What goes wrong with documents where a person reads it. */
@ControllerAdvice(assignableTypes = DocumentsPage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DocumentPageErrors {

    @ExceptionHandler({RequestNotFound.class, DocumentNotFound.class})
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler(NotPermitted.class)
    void forbidden(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
