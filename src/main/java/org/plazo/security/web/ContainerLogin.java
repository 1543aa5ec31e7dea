package org.plazo.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.plazo.security.Actor;
import org.plazo.security.CurrentActor;
import org.plazo.security.Tenants;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Tells Camunda's webapps with every request who is logged in here, and whose tasks he may know of. The webapps make it
 * themselves from its name, hence public.
 *
 * <p>The engine's own group of administrators is left out: its members would see every tenant. What they may do, they may
 * by the grants of our group of administrators.
 */
public class ContainerLogin implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        var login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || login instanceof AnonymousAuthenticationToken || !login.isAuthenticated()) {
            return AuthenticationResult.unsuccessful();
        }
        ApplicationContext beans =
                WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
        Actor actor = beans.getBean(CurrentActor.class).get();
        List<String> groups = List.copyOf(actor.groups());
        List<String> tenants = beans.getBean(Tenants.class).of(actor);
        UserAuthentication now = AuthenticationUtil.createAuthentication(engine, actor.userId(), groups, tenants);
        if (now == null) {
            return AuthenticationResult.unsuccessful();
        }
        // the webapps would keep what was true when the session began, or ask their own tables for the tenants
        AuthenticationUtil.getAuthsFromSession(request.getSession()).addOrReplace(now);
        AuthenticationResult result = AuthenticationResult.successful(login.getName());
        result.setGroups(groups);
        result.setTenants(tenants);
        return result;
    }

    /** The login page is offered by the filter chain before this is ever asked. */
    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {}
}
