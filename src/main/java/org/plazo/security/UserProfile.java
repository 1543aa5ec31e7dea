package org.plazo.security;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What other features may know of a user. {@code language} is Spanish or English; {@code email} may be missing. */
public record UserProfile(
        String id, String displayName, @Nullable String email, Locale language, Set<Role> roles) {

    public UserProfile {
        roles = Set.copyOf(roles);
    }
}
