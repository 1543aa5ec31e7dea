package org.plazo.security.grants;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/** What a group may do with a resource; the resource id {@code *} stands for every one. */
record Grant(String group, Resource resource, String resourceId, List<Permission> permissions) {

    static Grant of(String group, Resource resource, String resourceId, Permission... permissions) {
        return new Grant(group, resource, resourceId, List.of(permissions));
    }
}
