package org.plazo.security.identity;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.plazo.security.Role;
import org.springframework.stereotype.Component;

/**
 * Reads and writes the identity tables in the name of the product. The engine would otherwise check the authorizations
 * of whoever is working in the current thread, and a handler who completes a task sees no user but himself.
 */
@Component
public class IdentityAccess {

    private final IdentityService identityService;

    IdentityAccess(IdentityService identityService) {
        this.identityService = identityService;
    }

    /** Calls the identity service without engine authorization and puts the thread's authentication back. */
    public <T> T call(Function<IdentityService, T> work) {
        var before = identityService.getCurrentAuthentication();
        identityService.clearAuthentication();
        try {
            return work.apply(identityService);
        } finally {
            if (before != null) {
                identityService.setAuthentication(before);
            }
        }
    }

    public Optional<User> user(String userId) {
        return call(identity ->
                Optional.ofNullable(identity.createUserQuery().userId(userId).singleResult()));
    }

    public List<String> groupsOf(String userId) {
        return call(identity -> identity.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList());
    }

    List<User> members(String groupId) {
        return call(identity -> identity.createUserQuery()
                .memberOfGroup(groupId)
                .orderByUserId()
                .asc()
                .list());
    }

    void join(String userId, String groupId) {
        if (!groupsOf(userId).contains(groupId)) {
            call(identity -> {
                identity.createMembership(userId, groupId);
                return groupId;
            });
        }
    }

    /** Gives a user the groups of a role; an administrator is also a member of the engine's own group. */
    void give(String userId, Role role) {
        join(userId, role.group());
        if (role == Role.ADMIN) {
            join(userId, Role.ENGINE_ADMIN_GROUP);
        }
    }
}
