package org.plazo.security;

import java.util.List;
import java.util.Optional;

/** Looks people up in the one user store. */
public interface UserDirectory {

    Optional<UserProfile> find(String userId);

    /** All users with a role, ordered by id. */
    List<UserProfile> inRole(Role role);
}
