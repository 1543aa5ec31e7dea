package org.plazo.security.grants;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.plazo.security.Role;
import org.springframework.stereotype.Component;

/**
 * The engine's authorizations, one row per group and resource and none per task: a row per task makes every task query
 * slow. Whoever works on a process sees all its tasks; whether he may complete one is asked in the domain.
 *
 * <p>Update on tasks is needed to set a follow-up date. A rule in the engine refuses any other due date.
 */
@Component
class EngineGrants {

    /** The processes that people may work on. */
    static final List<String> PROCESSES = List.of("outgoing-request", "incoming-request");

    static final List<Role> TASK_ROLES = List.of(Role.HANDLER, Role.REVIEWER, Role.MANAGER, Role.HEAD);

    private static final List<String> ADMINISTRATORS = List.of(Role.ENGINE_ADMIN_GROUP, Role.ADMIN.group());

    private final AuthorizationService authorizations;

    EngineGrants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** Makes these grants what they should be; grants to other groups or to users stay as they are. */
    void make() {
        all().forEach(this::make);
    }

    static List<Grant> all() {
        List<Grant> grants = new ArrayList<>();
        for (String group : ADMINISTRATORS) {
            for (Resource resource : Resources.values()) {
                grants.add(Grant.of(group, resource, ANY, Permissions.ALL));
            }
        }
        for (Role role : TASK_ROLES) {
            grants.addAll(ofTaskRole(role.group()));
        }
        String handlers = Role.HANDLER.group();
        grants.add(Grant.of(handlers, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE));
        return grants;
    }

    private static List<Grant> ofTaskRole(String group) {
        List<Grant> grants = new ArrayList<>();
        grants.add(Grant.of(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS));
        // names instead of ids, and whom to hand a task to
        grants.add(Grant.of(group, Resources.USER, ANY, Permissions.READ));
        grants.add(Grant.of(group, Resources.GROUP, ANY, Permissions.READ));
        for (String process : PROCESSES) {
            List<Permission> permissions = new ArrayList<>(List.of(
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_HISTORY,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.TASK_WORK,
                    ProcessDefinitionPermissions.TASK_ASSIGN,
                    ProcessDefinitionPermissions.UPDATE_TASK));
            if (group.equals(Role.HANDLER.group())) {
                permissions.add(ProcessDefinitionPermissions.CREATE_INSTANCE);
            }
            grants.add(new Grant(group, Resources.PROCESS_DEFINITION, process, permissions));
        }
        return grants;
    }

    void make(Grant grant) {
        Authorization row = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(grant.group())
                .resourceType(grant.resource())
                .resourceId(grant.resourceId())
                .singleResult();
        if (row == null) {
            row = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            row.setGroupId(grant.group());
            row.setResource(grant.resource());
            row.setResourceId(grant.resourceId());
        }
        row.setPermissions(grant.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(row);
    }
}
