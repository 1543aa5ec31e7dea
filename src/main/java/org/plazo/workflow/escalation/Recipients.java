package org.plazo.workflow.escalation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plazo.request.RequestAccess;
import org.plazo.request.RequestSummary;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.springframework.stereotype.Component;

/** Turns the roles of a ladder into persons, of whom each may know of the request. */
@Component
class Recipients {

    /** Who is told instead when none of a step's people may know of the request. */
    private static final List<Role> UPWARDS = List.of(Role.MANAGER, Role.HEAD);

    private final UserDirectory users;
    private final RequestAccess access;

    Recipients(UserDirectory users, RequestAccess access) {
        this.users = users;
        this.access = access;
    }

    /**
     * User ids, each once. The handler is the request's own; a request without one, or whose handler is no longer known or
     * may not see it any more, concerns all handlers. Empty if roles are asked for and nobody is left who may know.
     */
    Set<String> of(Set<Role> roles, RequestSummary request) {
        Set<String> recipients = new TreeSet<>();
        for (Role role : roles) {
            Set<String> people = role == Role.HANDLER ? handler(request) : Set.of();
            recipients.addAll(people.isEmpty() ? inRole(role, request) : people);
        }
        for (Role higher : UPWARDS) {
            if (recipients.isEmpty() && !roles.isEmpty()) {
                recipients.addAll(inRole(higher, request));
            }
        }
        return recipients;
    }

    private Set<String> handler(RequestSummary request) {
        String handler = request.handler();
        return handler == null
                ? Set.of()
                : permitted(users.find(handler).map(List::of).orElse(List.of()), request);
    }

    private Set<String> inRole(Role role, RequestSummary request) {
        return permitted(users.inRole(role), request);
    }

    private Set<String> permitted(Collection<UserProfile> people, RequestSummary request) {
        Set<String> permitted = new TreeSet<>();
        access.readers(request.id(), people).forEach(person -> permitted.add(person.id()));
        return permitted;
    }
}
