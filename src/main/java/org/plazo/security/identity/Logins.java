package org.plazo.security.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plazo.security.Role;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** What a user may do at this moment, read from the identity tables each time. */
@Component
public class Logins {

    /** The only authority of somebody who must change his password first. */
    public static final GrantedAuthority PASSWORD_CHANGE = new SimpleGrantedAuthority("PASSWORD_CHANGE");

    /** Begins the authority that stands for membership in a group that is not a role. */
    static final String GROUP = "GROUP_";

    static final String PASSWORD_CHANGE_DUE = "passwordChangeDue";

    private final IdentityAccess identity;

    Logins(IdentityAccess identity) {
        this.identity = identity;
    }

    /** A user's id as it is stored and his authorities; empty if there is no such user (any more). */
    public Optional<Login> find(String userId) {
        return identity.user(userId).map(user -> new Login(user.getId(), authorities(user.getId())));
    }

    /** Notes that a user must choose a new password before he may do anything else. */
    void requirePasswordChange(String userId) {
        identity.call(service -> {
            service.setUserInfo(userId, PASSWORD_CHANGE_DUE, "true");
            return userId;
        });
    }

    /** Notes that a user has chosen a password. */
    void passwordChanged(String userId) {
        identity.call(service -> {
            service.deleteUserInfo(userId, PASSWORD_CHANGE_DUE);
            return userId;
        });
    }

    private List<GrantedAuthority> authorities(String userId) {
        if (identity.call(service -> service.getUserInfo(userId, PASSWORD_CHANGE_DUE)) != null) {
            return List.of(PASSWORD_CHANGE);
        }
        List<String> groups = identity.groupsOf(userId);
        Stream<GrantedAuthority> roles =
                Role.ofGroups(groups).stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()));
        Stream<GrantedAuthority> others = groups.stream()
                .filter(group -> Role.ofGroups(List.of(group)).isEmpty())
                .map(group -> new SimpleGrantedAuthority(GROUP + group));
        return Stream.concat(roles, others).toList();
    }

    /** A user id and his authorities. */
    public record Login(String userId, List<GrantedAuthority> authorities) {}
}
