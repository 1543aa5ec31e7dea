package org.plazo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * Spanish or English, nothing else. The choice made in the header stays in a cookie; without one the browser's order of
 * preference decides, and English is the last resort.
 */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

    static final Locale SPANISH = Locale.forLanguageTag("es");
    static final List<Locale> SUPPORTED = List.of(SPANISH, Locale.ENGLISH);

    /** Spring asks for a bean of this very name. */
    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new SupportedCookieLocaleResolver();
        resolver.setCookieMaxAge(Duration.ofDays(365));
        // no secret: the scripts of the webapps follow the same choice
        resolver.setCookieHttpOnly(false);
        resolver.setCookieSameSite("Lax");
        resolver.setDefaultLocaleFunction(Languages::preferred);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setHttpMethods("GET");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }

    /** The first of the browser's languages that we speak. */
    static Locale preferred(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.ENGLISH;
        }
        for (Locale wanted : Collections.list(request.getLocales())) {
            for (Locale spoken : SUPPORTED) {
                if (spoken.getLanguage().equals(wanted.getLanguage())) {
                    return spoken;
                }
            }
        }
        return Locale.ENGLISH;
    }

    private static final class SupportedCookieLocaleResolver extends CookieLocaleResolver {

        SupportedCookieLocaleResolver() {
            super("plazo-language");
        }

        @Override
        protected @Nullable Locale parseLocaleValue(String value) {
            Locale parsed = super.parseLocaleValue(value);
            return parsed != null && SUPPORTED.contains(parsed) ? parsed : null;
        }

        @Override
        public void setLocale(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
            if (locale != null && SUPPORTED.contains(locale)) {
                super.setLocale(request, response, locale);
            }
        }
    }
}
