package org.plazo.security.identity;

import java.util.List;
import java.util.stream.Stream;
import org.plazo.security.Actor;
import org.plazo.security.OnBehalf;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Puts the person into Spring Security's context for as long as the action runs. */
@Component
class ActingOnBehalf implements OnBehalf {

    @Override
    public void of(Actor actor, Runnable action) {
        if (actor.userId().equals(Actor.SYSTEM.userId())) {
            action.run();
            return;
        }
        Stream<String> roles = actor.roles().stream().map(role -> "ROLE_" + role.name());
        Stream<String> groups = actor.groups().stream().map(group -> Logins.GROUP + group);
        List<GrantedAuthority> authorities = Stream.concat(roles, groups)
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
        SecurityContext outer = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(actor.userId(), null, authorities));
        SecurityContextHolder.setContext(context);
        try {
            action.run();
        } finally {
            SecurityContextHolder.setContext(outer);
        }
    }
}
