package org.plazo.security;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a person may do. Each role is a group of the same name, in lower case, in the engine's identity tables. */
public enum Role {
    HANDLER,
    REVIEWER,
    MANAGER,
    HEAD,
    DELEGATION,
    ADMIN,
    AUDITOR;

    /** The engine's own group of administrators; its members have the role {@link #ADMIN}. */
    public static final String ENGINE_ADMIN_GROUP = "camunda-admin";

    /** The id of the group whose members have this role, such as {@code handler}. */
    public String group() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The roles that membership in these groups gives; groups of other names give none. */
    public static Set<Role> ofGroups(Collection<String> groups) {
        var roles = EnumSet.noneOf(Role.class);
        for (Role role : values()) {
            if (groups.contains(role.group())) {
                roles.add(role);
            }
        }
        if (groups.contains(ENGINE_ADMIN_GROUP)) {
            roles.add(ADMIN);
        }
        return roles;
    }
}
