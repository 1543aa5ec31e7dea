package org.plazo.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class SecurityContextActorTest {

    private final SecurityContextActor actor = new SecurityContextActor();

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void isTheSystemWhereNoPersonIsInvolved() {
        assertThat(actor.get()).isEqualTo(Actor.SYSTEM);
    }

    @Test
    void isNeverTheSystemForAnAnonymousCaller() {
        loggedIn(new AnonymousAuthenticationToken(
                "key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        assertThat(actor.get().roles()).isEmpty();
        assertThat(actor.get().userId()).isEqualTo("anonymous");
    }

    @Test
    void isNeverTheSystemWhileAWebRequestIsServed() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        assertThat(actor.get().roles()).isEmpty();
    }

    @Test
    void hasNoRoleBeforeThePasswordIsChecked() {
        loggedIn(UsernamePasswordAuthenticationToken.unauthenticated("handler", "handler"));
        assertThat(actor.get().roles()).isEmpty();
    }

    @Test
    void hasTheRolesOfTheLogin() {
        loggedIn(UsernamePasswordAuthenticationToken.authenticated(
                "ana", null, AuthorityUtils.createAuthorityList("ROLE_HANDLER", "ROLE_HEAD", "ROLE_UNKNOWN")));
        assertThat(actor.get().userId()).isEqualTo("ana");
        assertThat(actor.get().roles()).containsExactlyInAnyOrder(Role.HANDLER, Role.HEAD);
    }

    @Test
    void hasNoRoleUntilAOneTimePasswordIsChanged() {
        loggedIn(UsernamePasswordAuthenticationToken.authenticated("admin", null, List.of(Logins.PASSWORD_CHANGE)));
        assertThat(actor.get().roles()).isEmpty();
    }

    private static void loggedIn(Authentication login) {
        SecurityContextHolder.getContext().setAuthentication(login);
    }
}
