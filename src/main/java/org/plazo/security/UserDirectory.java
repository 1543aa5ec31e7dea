package org.plazo.security;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks people up in the one user store. */
public interface UserDirectory {

    Optional<UserProfile> find(String userId);

    /** All users with a role, ordered by id. */
    List<UserProfile> inRole(Role role);

    /** The display names of all users with a role by their ids, ordered by name; cheaper than {@link #inRole}. */
    default Map<String, String> namesInRole(Role role) {
        Map<String, String> names = new LinkedHashMap<>();
        inRole(role).stream()
                .sorted(Comparator.comparing(UserProfile::displayName))
                .forEach(user -> names.put(user.id(), user.displayName()));
        return names;
    }
}
