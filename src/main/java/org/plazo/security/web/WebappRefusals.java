package org.plazo.security.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Pages of the webapps lead to our login, calls of their scripts get a plain 401. */
class WebappRefusals extends PageRefusals {

    private static final String API = "/camunda/api/";

    /** Camunda's entrance and its welcome application; our start page takes their place for whoever may not open them. */
    static final RequestMatcher ENTRANCES = new OrRequestMatcher(
            entrance("/camunda"),
            entrance("/camunda/"),
            entrance("/camunda/index.html"),
            entrance("/camunda/app"),
            entrance("/camunda/app/"),
            entrance("/camunda/app/welcome/**"));

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        if (request.getRequestURI().startsWith(request.getContextPath() + API)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            super.commence(request, response, refusal);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (ENTRANCES.matches(request)) {
            response.sendRedirect(request.getContextPath() + "/");
        } else if (request.getRequestURI().startsWith(request.getContextPath() + API)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            super.handle(request, response, refusal);
        }
    }

    private static RequestMatcher entrance(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, pattern);
    }
}
