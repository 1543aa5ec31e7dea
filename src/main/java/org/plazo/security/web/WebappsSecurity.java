package org.plazo.security.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.plazo.security.Role;
import org.plazo.security.identity.Logins;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Camunda's webapps behind our login. Their own filter guards their API against forged requests. */
@Configuration(proxyBeanMethods = false)
class WebappsSecurity {

    private final WebappRefusals refusals = new WebappRefusals();

    @Bean
    @Order(4)
    SecurityFilterChain webappsChain(
            HttpSecurity http, Logins logins, RequestCache requestCache, ResponseHeaders headers) throws Exception {
        return http.securityMatcher("/camunda", "/camunda/**")
                .authorizeHttpRequests(requests -> requests
                        // the first-run set-up is open to anybody in 7.24.0 while camunda-admin is empty
                        // (CVE-2026-77226)
                        .requestMatchers("/camunda/api/admin/setup/**", "/camunda/app/admin/{engine}/setup/**")
                        .denyAll()
                        // a second login would make two people of one session
                        .requestMatchers("/camunda/api/admin/auth/user/{engine}/login/**")
                        .denyAll()
                        // diagrams come in through the product's own path alone
                        .requestMatchers(HttpMethod.POST, "/camunda/api/engine/engine/{engine}/deployment/**")
                        .denyAll()
                        .requestMatchers("/camunda/app/welcome/**", "/camunda/api/welcome/**")
                        .hasRole(Role.ADMIN.name())
                        .requestMatchers(WebappRefusals.ENTRANCES)
                        .denyAll()
                        .requestMatchers("/camunda/api/admin/auth/user/{engine}")
                        .hasAnyRole(LoginRules.TASKLIST_ROLES)
                        .requestMatchers(
                                "/camunda/app/admin/**",
                                "/camunda/api/admin/**",
                                "/camunda/app/cockpit/**",
                                "/camunda/api/cockpit/**")
                        .hasRole(Role.ADMIN.name())
                        .requestMatchers(
                                "/camunda/app/tasklist/**",
                                "/camunda/api/tasklist/**",
                                "/camunda/lib/**",
                                "/camunda/assets/**",
                                "/camunda/favicon.ico")
                        .hasAnyRole(LoginRules.TASKLIST_ROLES)
                        .requestMatchers(TasklistCalls.matchers())
                        .hasAnyRole(LoginRules.TASKLIST_ROLES)
                        .requestMatchers("/camunda/api/engine/**")
                        .hasRole(Role.ADMIN.name())
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(logout -> logout.logoutRequestMatcher(webappLogout())
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .requestCache(cache -> cache.requestCache(requestCache))
                .addFilterBefore(new FreshRoles(logins), AuthorizationFilter.class)
                .headers(headers::forWebapps)
                .build();
    }

    /** Logging out of a webapp ends the one session; it needs the token that the webapps send with every call. */
    private static RequestMatcher webappLogout() {
        RequestMatcher path = withDefaults().matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");
        return request -> path.matches(request) && hasWebappToken(request);
    }

    private static boolean hasWebappToken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object token = session == null ? null : session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        return token != null && token.equals(request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME));
    }

    /** Hands our login to the webapps. It runs after Spring Security and before their own filters. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappLogin() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.addInitParameter("authentication-provider", ContainerLogin.class.getName());
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 10);
        return registration;
    }
}
