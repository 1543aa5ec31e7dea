package org.plazo.security;

import java.util.Locale;

/** What a person may do. Each role is a group of the same name, in lower case, in the engine's identity tables. */
public enum Role {
    HANDLER,
    REVIEWER,
    MANAGER,
    HEAD,
    DELEGATION,
    ADMIN,
    AUDITOR;

    /** The id of the group whose members have this role, such as {@code handler}. */
    public String group() {
        return name().toLowerCase(Locale.ROOT);
    }
}
