package org.plazo.security.identity;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Checks user and password against the engine's identity tables. After a wrong password the engine refuses that user for
 * some seconds, longer each time. Every failure looks the same from outside: it does not tell whether the user exists.
 */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

    private final IdentityAccess identity;
    private final Logins logins;
    private final ProvenPasswords proven;

    EngineAuthenticationProvider(IdentityAccess identity, Logins logins, ProvenPasswords proven) {
        this.identity = identity;
        this.logins = logins;
        this.proven = proven;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String userId = attempt.getName();
        Object password = attempt.getCredentials();
        if (userId.isBlank() || !(password instanceof String secret) || !matches(userId, secret)) {
            throw new BadCredentialsException("Unknown user, wrong password, or too many attempts");
        }
        var login = logins.find(userId)
                .orElseThrow(() -> new BadCredentialsException("The user was deleted during the login"));
        var result = UsernamePasswordAuthenticationToken.authenticated(login.userId(), null, login.authorities());
        result.setDetails(attempt.getDetails());
        return result;
    }

    private boolean matches(String userId, String password) {
        String stored = identity.user(userId).map(User::getPassword).orElse("");
        if (!stored.isEmpty() && proven.know(userId, password, stored)) {
            return true;
        }
        try {
            boolean right = identity.call(service -> service.checkPassword(userId, password));
            if (right) {
                proven.remember(userId, password, stored);
            }
            return right;
        } catch (org.camunda.bpm.engine.AuthenticationException | OptimisticLockingException refused) {
            // locked for some seconds, or two attempts at the same time
            return false;
        }
    }

    @Override
    public boolean supports(@Nullable Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.equals(authentication);
    }
}
