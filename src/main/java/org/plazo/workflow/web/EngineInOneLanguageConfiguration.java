package org.plazo.workflow.web;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

@Configuration(proxyBeanMethods = false)
class EngineInOneLanguageConfiguration {

    /** After Spring Security, which knows who asks. */
    @Bean
    FilterRegistrationBean<EngineInOneLanguage> engineInOneLanguage(EngineWords words, LocaleResolver languages) {
        var registration = new FilterRegistrationBean<>(new EngineInOneLanguage(words, languages));
        registration.addUrlPatterns(EngineInOneLanguage.ADDRESSES);
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 20);
        return registration;
    }
}
