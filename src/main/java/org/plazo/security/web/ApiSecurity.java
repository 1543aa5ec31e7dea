package org.plazo.security.web;

import jakarta.servlet.http.HttpServletRequest;
import org.plazo.security.Role;
import org.plazo.security.identity.Logins;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** The API below {@code /api} and the health below {@code /actuator}: HTTP Basic, or the session of the pages. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    private final Problems problems;
    private final ResponseHeaders headers;

    ApiSecurity(Problems problems, ResponseHeaders headers) {
        this.problems = problems;
        this.headers = headers;
    }

    /**
     * The two calculations that anybody may ask for. They know no login at all: a wrong {@code Authorization} header or
     * a session cookie changes nothing, and no session begins.
     */
    @Bean
    @Order(1)
    SecurityFilterChain publicCalculationsChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(new OrRequestMatcher(
                        PATHS.matcher(HttpMethod.GET, "/api/calendars/{id}/closures"),
                        PATHS.matcher(HttpMethod.POST, "/api/deadlines/explain")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers::strict)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiChain(HttpSecurity http, Logins logins) throws Exception {
        return withBasicOrSession(http.securityMatcher("/api/**"), logins)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/imports/**")
                        .hasAnyRole(LoginRules.names(Role.HANDLER, Role.ADMIN))
                        .requestMatchers("/api/ledger/**")
                        .hasAnyRole(LoginRules.names(Role.AUDITOR, Role.ADMIN))
                        .requestMatchers("/api/calendars/**", "/api/policies/**")
                        .hasRole(Role.ADMIN.name())
                        .anyRequest()
                        .hasAnyRole(LoginRules.ALL_ROLES))
                .build();
    }

    /** Health answers up or down to anybody; its details need the role ADMIN. Nothing else is reachable. */
    @Bean
    @Order(3)
    SecurityFilterChain actuatorChain(HttpSecurity http, Logins logins) throws Exception {
        return withBasicOrSession(http.securityMatcher("/actuator/**"), logins)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/actuator/health")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private HttpSecurity withBasicOrSession(HttpSecurity http, Logins logins) throws Exception {
        return http.httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(ApiSecurity::needsCsrfToken))
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .addFilterBefore(new FreshRoles(logins), AuthorizationFilter.class)
                .headers(headers::strict);
    }

    /**
     * A browser adds a session cookie, and sometimes remembered Basic credentials, to requests that other sites cause.
     * So calls that change something need the session's token, unless they carry Basic credentials by themselves.
     */
    private static boolean needsCsrfToken(HttpServletRequest request) {
        if (!CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)) {
            return false;
        }
        return LoginRules.hasBasicLogin(request)
                ? LoginRules.comesFromAnotherSite(request)
                : LoginRules.hasSessionLogin(request);
    }
}
