package org.plazo.request.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.plazo.request.RequestAccess;
import org.plazo.request.Requests;
import org.plazo.request.ledger.RequestReadings;
import org.plazo.security.Actor;
import org.plazo.security.CurrentActor;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Enters in the ledger who looks at a restricted request, before he sees anything: at every address of any feature that has a
 * {@code {reference}}. What cannot be entered is not shown.
 */
@Configuration(proxyBeanMethods = false)
class RestrictedReading implements WebMvcConfigurer, HandlerInterceptor {

    private final Requests requests;
    private final RequestAccess access;
    private final RequestReadings readings;
    private final CurrentActor actor;

    RestrictedReading(Requests requests, RequestAccess access, RequestReadings readings, CurrentActor actor) {
        this.requests = requests;
        this.access = access;
        this.readings = readings;
        this.actor = actor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("reference") instanceof String reference) {
            Actor reader = actor.get();
            requests.find(reference)
                    .filter(found -> found.restricted() && access.mayRead(found.id(), reader))
                    .ifPresent(found -> readings.enter(found.id(), reader));
        }
        return true;
    }
}
