package org.plazo.security.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.plazo.security.Role;
import org.plazo.security.identity.Logins;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Pages: one form login, everything behind it; whatever no other chain takes ends here and needs a role. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class PagesSecurity {

    private final ResponseHeaders headers;
    private final PageRefusals refusals = new PageRefusals();

    PagesSecurity(ResponseHeaders headers) {
        this.headers = headers;
    }

    @Bean
    PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** Style sheets, scripts and pictures of the pages; the only libraries that are served are named. */
    @Bean
    @Order(5)
    SecurityFilterChain staticFilesChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(
                        "/css/**",
                        "/js/**",
                        "/img/**",
                        "/fonts/**",
                        "/webjars/htmx.org/**",
                        "/webjars/bpmn-js/**",
                        "/webjars/swagger-ui/swagger-ui.css",
                        "/webjars/swagger-ui/swagger-ui-bundle.js",
                        "/favicon.ico",
                        "/favicon.svg")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers::forStaticFiles)
                .build();
    }

    @Bean
    @Order(6)
    SecurityFilterChain pagesChain(HttpSecurity http, Logins logins, RequestCache requestCache) throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers("/login")
                                .permitAll()
                                .requestMatchers("/password")
                                .authenticated()
                                .requestMatchers("/imports/**")
                                .hasAnyRole(LoginRules.names(Role.HANDLER, Role.ADMIN))
                                // files inside libraries, among them a second copy of Camunda's webapps
                                .requestMatchers("/webjars/**", "/plugin/**", "/camunda-welcome/**")
                                .denyAll()
                                .requestMatchers("/exports", "/exports.csv", "/ledger/**")
                                .hasAnyRole(LoginRules.names(Role.AUDITOR, Role.ADMIN))
                                .requestMatchers("/calendars", "/calendars.csv", "/policies")
                                .hasRole(Role.ADMIN.name())
                                .anyRequest()
                                .hasAnyRole(LoginRules.ALL_ROLES))
                .formLogin(form -> form.loginPage("/login").failureUrl("/login?error"))
                .logout(logout -> logout.logoutRequestMatcher(withDefaults().matcher(HttpMethod.POST, "/logout"))
                        .logoutSuccessUrl("/login?logout"))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .requestCache(cache -> cache.requestCache(requestCache))
                .addFilterBefore(new FreshRoles(logins), AuthorizationFilter.class)
                .headers(headers::strict)
                .build();
    }

    /** Only a page that a person opened is worth coming back to after the login. */
    @Bean
    RequestCache requestCache() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(PagesSecurity::isOpenedByAPerson);
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static boolean isOpenedByAPerson(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && accept != null
                && accept.contains("text/html")
                && !LoginRules.isSentByScript(request);
    }
}
