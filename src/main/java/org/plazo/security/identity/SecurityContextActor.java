package org.plazo.security.identity;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plazo.security.Actor;
import org.plazo.security.CurrentActor;
import org.plazo.security.Role;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Takes the actor from Spring Security's context. A thread that serves a web request never acts as the system: without a
 * login it is an anonymous actor without any role.
 */
@Component
class SecurityContextActor implements CurrentActor {

    static final Actor ANONYMOUS = new Actor("anonymous", Set.of());

    @Override
    public Actor get() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null) {
            return RequestContextHolder.getRequestAttributes() == null ? Actor.SYSTEM : ANONYMOUS;
        }
        if (login instanceof AnonymousAuthenticationToken || !login.isAuthenticated()) {
            return ANONYMOUS;
        }
        Set<String> authorities = login.getAuthorities().stream()
                .map(authority -> authority.getAuthority())
                .collect(Collectors.toSet());
        Set<Role> roles = Arrays.stream(Role.values())
                .filter(role -> authorities.contains("ROLE_" + role.name()))
                .collect(Collectors.toSet());
        Stream<String> others = authorities.stream()
                .filter(authority -> authority.startsWith(Logins.GROUP))
                .map(authority -> authority.substring(Logins.GROUP.length()));
        return new Actor(
                login.getName(),
                roles,
                Stream.concat(roles.stream().map(Role::group), others).collect(Collectors.toSet()));
    }
}
