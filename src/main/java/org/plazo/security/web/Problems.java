package org.plazo.security.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Refusals of the API as problem bodies. */
@Component
class Problems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (!LoginRules.isSentByScript(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Plazo\", charset=\"UTF-8\"");
        }
        boolean wrong = LoginRules.hasBasicLogin(request);
        write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                wrong
                        ? "Unknown user, wrong password, or too many attempts: wait a minute."
                        : "Log in first: with HTTP Basic, or with the session of the pages.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        write(
                request,
                response,
                HttpStatus.FORBIDDEN,
                refusal instanceof CsrfException
                        ? "The CSRF token of the session is missing or wrong; calls with HTTP Basic need none."
                        : "Your roles do not allow this.");
    }

    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(json.writeValueAsString(problem));
    }
}
