package org.plazo.security.identity;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Somebody chooses a new password of his own. */
@Component
public class PasswordChange {

    /** What bcrypt reads. */
    private static final int MOST_BYTES = 72;

    private final IdentityAccess identity;
    private final Logins logins;

    PasswordChange(IdentityAccess identity, Logins logins) {
        this.identity = identity;
        this.logins = logins;
    }

    /** Stores the chosen password, or tells the key of the message why not. */
    public Optional<String> change(String userId, String current, String chosen, String repeated) {
        if (!matches(userId, current)) {
            return Optional.of("security.password.current-wrong");
        }
        if (!chosen.equals(repeated)) {
            return Optional.of("security.password.not-repeated");
        }
        if (chosen.equals(current)) {
            return Optional.of("security.password.not-new");
        }
        if (chosen.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("security.password.too-long");
        }
        User user = identity.user(userId).orElseThrow();
        if (!identity.call(service -> service.checkPasswordAgainstPolicy(chosen, user))
                .isValid()) {
            return Optional.of("security.password.too-weak");
        }
        identity.call(service -> {
            user.setPassword(chosen);
            service.saveUser(user);
            return user;
        });
        logins.passwordChanged(userId);
        return Optional.empty();
    }

    private boolean matches(String userId, String password) {
        try {
            return identity.call(service -> service.checkPassword(userId, password));
        } catch (AuthenticationException locked) {
            return false;
        }
    }
}
