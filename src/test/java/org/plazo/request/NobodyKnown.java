package org.plazo.request;

import java.util.List;
import java.util.Optional;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;

/** A directory without users. */
public final class NobodyKnown implements UserDirectory {

    @Override
    public Optional<UserProfile> find(String userId) {
        return Optional.empty();
    }

    @Override
    public List<UserProfile> inRole(Role role) {
        return List.of();
    }
}
