package org.plazo.security.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.plazo.security.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** What several filter chains ask about a request. */
final class LoginRules {

    /** Every role, for {@code hasAnyRole}. */
    static final String[] ALL_ROLES =
            Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new);

    /** The roles that have work in the Tasklist; delegation and auditors read our own pages. */
    static final String[] TASKLIST_ROLES = names(Role.HANDLER, Role.REVIEWER, Role.MANAGER, Role.HEAD, Role.ADMIN);

    private static final HttpSessionSecurityContextRepository SESSIONS = new HttpSessionSecurityContextRepository();

    private LoginRules() {}

    static String[] names(Role... roles) {
        return Arrays.stream(roles).map(Role::name).toArray(String[]::new);
    }

    /** Whether the caller is logged in by a session cookie. */
    static boolean hasSessionLogin(HttpServletRequest request) {
        return SESSIONS.containsContext(request);
    }

    static boolean hasBasicLogin(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
    }

    /** Whether a browser says that another site's page sends this request. */
    static boolean comesFromAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    /** Whether script in a page sends this request: a browser must not open its password window for it. */
    static boolean isSentByScript(HttpServletRequest request) {
        String destination = request.getHeader("Sec-Fetch-Dest");
        return request.getHeader("HX-Request") != null
                || request.getHeader("X-Requested-With") != null
                || (destination != null && !destination.equals("document"));
    }
}
