package org.plazo.web;

import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the browser libraries from their jars, under paths without a version, so that a template does not change when a
 * library does: {@code /webjars/htmx.org/htmx.min.js}, {@code /webjars/bpmn-js/…}.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    private static final String WEBJARS = "classpath:/META-INF/resources/webjars/";

    private final String htmxVersion;
    private final String bpmnJsVersion;
    private final String swaggerUiVersion;

    StaticFiles(
            @Value("${plazo.web.htmx-version}") String htmxVersion,
            @Value("${plazo.web.bpmn-js-version}") String bpmnJsVersion,
            @Value("${plazo.web.swagger-ui-version}") String swaggerUiVersion) {
        this.swaggerUiVersion = swaggerUiVersion;
        this.htmxVersion = htmxVersion;
        this.bpmnJsVersion = bpmnJsVersion;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl oneDay = CacheControl.maxAge(1, TimeUnit.DAYS).cachePrivate();
        registry.addResourceHandler("/webjars/htmx.org/**")
                .addResourceLocations(WEBJARS + "htmx.org/" + htmxVersion + "/dist/")
                .setCacheControl(oneDay);
        registry.addResourceHandler("/webjars/bpmn-js/**")
                .addResourceLocations(WEBJARS + "bpmn-js/" + bpmnJsVersion + "/dist/")
                .setCacheControl(oneDay);
        registry.addResourceHandler("/webjars/swagger-ui/**")
                .addResourceLocations(WEBJARS + "swagger-ui/" + swaggerUiVersion + "/")
                .setCacheControl(oneDay);
    }
}
