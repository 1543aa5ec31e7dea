package org.plazo.security.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.plazo.security.identity.Logins;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Where a browser is led that may not see a page: to the login, or to the page for a new password. */
class PageRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final LoginUrlAuthenticationEntryPoint toLogin = new LoginUrlAuthenticationEntryPoint("/login");
    private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();

    PageRefusals() {
        toLogin.setFavorRelativeUris(true);
    }

    /** A part of a page that htmx asks for must not be replaced by a login form: htmx leaves the whole page instead. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", request.getContextPath() + "/login");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (LoginRules.isSentByScript(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            toLogin.commence(request, response, refusal);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        var login = SecurityContextHolder.getContext().getAuthentication();
        if (login != null && login.getAuthorities().contains(Logins.PASSWORD_CHANGE)) {
            response.sendRedirect(request.getContextPath() + "/password");
        } else {
            forbidden.handle(request, response, refusal);
        }
    }
}
