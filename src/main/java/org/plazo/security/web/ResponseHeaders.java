package org.plazo.security.web;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Security headers and cookie flags. With an https base URL they also demand that browsers stay with https. */
@Configuration(proxyBeanMethods = false)
class ResponseHeaders {

    /**
     * Pages load nothing from elsewhere and run no inline script. Style attributes are allowed, because the diagram
     * viewer sets them.
     */
    static final String PAGES =
            "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
                    + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; "
                    + "form-action 'self'; frame-ancestors 'none'";

    private final boolean https;

    ResponseHeaders(@Value("${plazo.base-url}") String baseUrl) {
        this.https = baseUrl.toLowerCase(Locale.ROOT).startsWith("https:");
    }

    /** For pages and API. */
    void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(PAGES));
        common(headers);
    }

    /** For Camunda's webapps, whose own filter writes their content security policy and cache headers. */
    void forWebapps(HeadersConfigurer<HttpSecurity> headers) {
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
        common(headers);
    }

    /** Files of a version do not change while it runs; browsers may keep them. */
    void forStaticFiles(HeadersConfigurer<HttpSecurity> headers) {
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(PAGES));
        common(headers);
    }

    private void common(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
        headers.permissionsPolicyHeader(
                permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"));
        if (https) {
            headers.httpStrictTransportSecurity(hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE));
        }
    }

    /** The session cookie is marked secure when the product is reached by https, also behind a proxy. */
    @Bean
    ServletContextInitializer secureSessionCookie() {
        return servletContext -> {
            if (https) {
                servletContext.getSessionCookieConfig().setSecure(true);
            }
        };
    }
}
