package org.plazo.workflow.policy;

import org.plazo.security.Role;

/** Whom a step of a ladder tells. */
public enum Recipient {
    /** The request's own handler. */
    HANDLER(Role.HANDLER),
    REVIEWER(Role.REVIEWER),
    /** The managers who belong to the agency that has the request; only of an incoming one. */
    AGENCY_MANAGER(Role.MANAGER),
    MANAGER(Role.MANAGER),
    HEAD(Role.HEAD),
    DELEGATION(Role.DELEGATION),
    ADMIN(Role.ADMIN),
    AUDITOR(Role.AUDITOR);

    private final Role role;

    Recipient(Role role) {
        this.role = role;
    }

    /** The role that such a person has. */
    public Role role() {
        return role;
    }
}
