package org.plazo.security;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What other features may know of a user. {@code language} is Spanish or English; {@code email} may be missing; {@code groups} are the ids of all his groups. */
public record UserProfile(
        String id, String displayName, @Nullable String email, Locale language, Set<Role> roles, Set<String> groups) {

    public UserProfile {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }

    /** A user whose groups are those of his roles. */
    public UserProfile(String id, String displayName, @Nullable String email, Locale language, Set<Role> roles) {
        this(
                id,
                displayName,
                email,
                language,
                roles,
                roles.stream().map(Role::group).collect(Collectors.toSet()));
    }

    /** The same person as somebody who does or reads something. */
    public Actor asActor() {
        return new Actor(id, roles, groups);
    }
}
