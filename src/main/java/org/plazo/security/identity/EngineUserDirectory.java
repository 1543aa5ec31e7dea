package org.plazo.security.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people in the engine's identity tables. The language is kept as user info; without one it is Spanish. */
@Component
class EngineUserDirectory implements UserDirectory {

    static final String LANGUAGE = "language";

    private static final String MEMBERS = " (select USER_ID_ from ACT_ID_MEMBERSHIP where GROUP_ID_ in (:groups))";

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    private final IdentityAccess identity;
    private final JdbcClient jdbc;

    EngineUserDirectory(IdentityAccess identity, JdbcClient jdbc) {
        this.identity = identity;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<UserProfile> find(String userId) {
        return identity.user(userId)
                .map(user -> profile(
                        user,
                        identity.groupsOf(userId),
                        identity.call(service -> service.getUserInfo(userId, LANGUAGE))));
    }

    /** Asks for everybody's groups and languages at once: the engine's own service knows no such question. */
    @Override
    public List<UserProfile> inRole(Role role) {
        List<String> groups = groups(role);
        Map<String, List<String>> memberships = memberships(groups);
        Map<String, String> languages = languages(groups);
        return members(role).values().stream()
                .map(user ->
                        profile(user, memberships.getOrDefault(user.getId(), List.of()), languages.get(user.getId())))
                .toList();
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
        groups(role).forEach(group -> identity.members(group).forEach(user -> found.put(user.getId(), user)));
        return found;
    }

    private static List<String> groups(Role role) {
        return role == Role.ADMIN ? List.of(role.group(), Role.ENGINE_ADMIN_GROUP) : List.of(role.group());
    }

    private Map<String, List<String>> memberships(List<String> groups) {
        Map<String, List<String>> memberships = new HashMap<>();
        jdbc.sql("select USER_ID_, GROUP_ID_ from ACT_ID_MEMBERSHIP where USER_ID_ in" + MEMBERS)
                .param("groups", groups)
                .query((RowCallbackHandler) row -> memberships
                        .computeIfAbsent(row.getString("USER_ID_"), user -> new ArrayList<>())
                        .add(row.getString("GROUP_ID_")));
        return memberships;
    }

    private Map<String, String> languages(List<String> groups) {
        Map<String, String> languages = new HashMap<>();
        jdbc.sql("select USER_ID_, VALUE_ from ACT_ID_INFO where KEY_ = :key and USER_ID_ in" + MEMBERS)
                .param("key", LANGUAGE)
                .param("groups", groups)
                .query((RowCallbackHandler) row -> languages.put(row.getString("USER_ID_"), row.getString("VALUE_")));
        return languages;
    }

    private static UserProfile profile(User user, List<String> groups, @Nullable String language) {
        return new UserProfile(
                user.getId(),
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
