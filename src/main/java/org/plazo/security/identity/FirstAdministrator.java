package org.plazo.security.identity;

import java.security.SecureRandom;
import org.camunda.bpm.engine.identity.User;
import org.plazo.security.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the user {@code admin} when nobody is an administrator: at the first start, and as the way back in when the last
 * one was removed. His password is random, printed once, and must be changed at the first login.
 */
@Component
class FirstAdministrator {

    static final String USER = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    /** No letters or digits that look alike, because somebody has to type it. */
    private static final String[] ALPHABETS = {
        "ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnopqrstuvwxyz", "23456789", "-+="
    };

    private static final int LENGTH = 20;

    private final IdentityAccess identity;
    private final Logins logins;

    FirstAdministrator(IdentityAccess identity, Logins logins) {
        this.identity = identity;
        this.logins = logins;
    }

    void makeIfMissing() {
        if (!identity.members(Role.ADMIN.group()).isEmpty()
                || !identity.members(Role.ENGINE_ADMIN_GROUP).isEmpty()) {
            return;
        }
        String password = oneTimePassword();
        identity.call(service -> {
            User user = identity.user(USER).orElseGet(() -> service.newUser(USER));
            user.setPassword(password);
            service.saveUser(user);
            return user;
        });
        logins.requirePasswordChange(USER);
        identity.give(USER, Role.ADMIN);
        LOG.warn("""

                ==========================================================================
                  There was no administrator. Log in once as   admin
                  with this one-time password                  {}
                  and choose a new one. It is not printed again.
                ==========================================================================""", password);
    }

    /** A password that satisfies the engine's policy: one sign of each alphabet, then any. */
    private static String oneTimePassword() {
        StringBuilder password = new StringBuilder(LENGTH);
        String any = String.join("", ALPHABETS);
        for (int i = 0; i < LENGTH; i++) {
            String alphabet = i < ALPHABETS.length ? ALPHABETS[i] : any;
            password.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return password.toString();
    }
}
