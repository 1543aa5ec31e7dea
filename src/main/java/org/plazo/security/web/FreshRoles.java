package org.plazo.security.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import org.plazo.security.identity.Logins;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the roles of a session's user again on every request: a role that was taken away, or a user who was deleted, is
 * gone at once and not when the session ends.
 */
class FreshRoles extends OncePerRequestFilter {

    private final Logins logins;

    FreshRoles(Logins logins) {
        this.logins = logins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (LoginRules.hasSessionLogin(request)) {
            refresh(request);
        }
        chain.doFilter(request, response);
    }

    private void refresh(HttpServletRequest request) {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (!(login instanceof UsernamePasswordAuthenticationToken)) {
            return;
        }
        var now = logins.find(login.getName());
        if (now.isEmpty()) {
            SecurityContextHolder.clearContext();
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        } else if (!Set.copyOf(now.get().authorities()).equals(Set.copyOf(login.getAuthorities()))) {
            var fresh = UsernamePasswordAuthenticationToken.authenticated(
                    login.getPrincipal(), null, now.get().authorities());
            fresh.setDetails(login.getDetails());
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(fresh);
            SecurityContextHolder.setContext(context);
        }
    }
}
