package org.plazo.security.identity;

import org.camunda.bpm.engine.identity.Group;
import org.plazo.security.GroupDirectory;
import org.plazo.security.Role;
import org.springframework.stereotype.Component;

/** The groups that stand for roles. Names are in English and Spanish, because the webapps show them to everybody. */
@Component
class Groups implements GroupDirectory {

    private final IdentityAccess identity;

    Groups(IdentityAccess identity) {
        this.identity = identity;
    }

    /** Makes the groups that are missing, and puts every administrator into the engine's own group. */
    void make() {
        for (Role role : Role.values()) {
            make(role.group(), nameOf(role));
        }
        make(Role.ENGINE_ADMIN_GROUP, "Camunda administrators / Administradores de Camunda");
        identity.members(Role.ADMIN.group()).forEach(admin -> identity.give(admin.getId(), Role.ADMIN));
    }

    @Override
    public void ensure(String id, String name) {
        make(id, name);
    }

    private void make(String id, String name) {
        identity.call(service -> {
            if (service.createGroupQuery().groupId(id).count() == 0) {
                Group group = service.newGroup(id);
                group.setName(name);
                group.setType(id.equals(Role.ENGINE_ADMIN_GROUP) ? "SYSTEM" : "WORKFLOW");
                service.saveGroup(group);
            }
            return id;
        });
    }

    private static String nameOf(Role role) {
        return switch (role) {
            case HANDLER -> "Case handlers / Tramitadores";
            case REVIEWER -> "Reviewers / Revisores";
            case MANAGER -> "Managers / Responsables";
            case HEAD -> "Heads of agency / Jefes de organismo";
            case DELEGATION -> "Delegation / Delegación";
            case ADMIN -> "Administrators / Administradores";
            case AUDITOR -> "Auditors / Auditores";
        };
    }
}
