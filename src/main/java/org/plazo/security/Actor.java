package org.plazo.security;

import java.util.Set;

/** Who does something: a logged-in person with his roles, or the system itself (timers, imports at start). */
public record Actor(String userId, Set<Role> roles) {

    /** The actor of everything that no person started; it may do everything. */
    public static final Actor SYSTEM = new Actor("system", Set.of(Role.values()));

    public Actor {
        roles = Set.copyOf(roles);
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
