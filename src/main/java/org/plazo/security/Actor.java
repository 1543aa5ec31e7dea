package org.plazo.security;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who does something: a logged-in person with his roles, or the system itself (timers, imports at start).
 *
 * @param groups ids of all groups that he is a member of, those of the roles among them
 */
public record Actor(String userId, Set<Role> roles, Set<String> groups) {

    /** The actor of everything that no person started; it may do everything. */
    public static final Actor SYSTEM = new Actor("system", Set.of(Role.values()));

    public Actor {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }

    /** An actor whose groups are those of his roles. */
    public Actor(String userId, Set<Role> roles) {
        this(userId, roles, roles.stream().map(Role::group).collect(Collectors.toSet()));
    }

    /** Whether this actor has at least one of the given roles. */
    public boolean hasAny(Role... anyOf) {
        for (Role role : anyOf) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
