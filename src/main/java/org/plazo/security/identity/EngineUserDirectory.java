package org.plazo.security.identity;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.springframework.stereotype.Component;

/** The people in the engine's identity tables. The language is kept as user info; without one it is Spanish. */
@Component
class EngineUserDirectory implements UserDirectory {

    static final String LANGUAGE = "language";

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    private final IdentityAccess identity;

    EngineUserDirectory(IdentityAccess identity) {
        this.identity = identity;
    }

    @Override
    public Optional<UserProfile> find(String userId) {
        return identity.user(userId).map(this::profile);
    }

    @Override
    public List<UserProfile> inRole(Role role) {
        return members(role).values().stream().map(this::profile).toList();
    }

    /** One statement, however many there are. */
    @Override
    public Map<String, String> namesInRole(Role role) {
        Map<String, String> names = new LinkedHashMap<>();
        members(role).values().stream()
                .sorted(Comparator.comparing(EngineUserDirectory::displayName, String.CASE_INSENSITIVE_ORDER))
                .forEach(user -> names.put(user.getId(), displayName(user)));
        return names;
    }

    private Map<String, User> members(Role role) {
        Map<String, User> found = new TreeMap<>();
        identity.members(role.group()).forEach(user -> found.put(user.getId(), user));
        if (role == Role.ADMIN) {
            identity.members(Role.ENGINE_ADMIN_GROUP).forEach(user -> found.put(user.getId(), user));
        }
        return found;
    }

    private UserProfile profile(User user) {
        String id = user.getId();
        List<String> groups = identity.groupsOf(id);
        String language = identity.call(service -> service.getUserInfo(id, LANGUAGE));
        return new UserProfile(
                id,
                displayName(user),
                blankToNull(user.getEmail()),
                "en".equals(language) ? Locale.ENGLISH : SPANISH,
                Role.ofGroups(groups),
                Set.copyOf(groups));
    }

    private static String displayName(User user) {
        String name = (orEmpty(user.getFirstName()) + " " + orEmpty(user.getLastName())).strip();
        return name.isEmpty() ? user.getId() : name;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
