package org.plazo.workflow.escalation;

import java.util.Set;
import java.util.TreeSet;
import org.plazo.request.RequestSummary;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.springframework.stereotype.Component;

/** Turns the roles of a ladder into persons. */
@Component
class Recipients {

    private final UserDirectory users;

    Recipients(UserDirectory users) {
        this.users = users;
    }

    /**
     * User ids, each once. The handler is the request's own; a request without one, or whose handler is no longer known,
     * concerns all handlers.
     */
    Set<String> of(Set<Role> roles, RequestSummary request) {
        Set<String> recipients = new TreeSet<>();
        for (Role role : roles) {
            String handler = request.handler();
            if (role == Role.HANDLER && handler != null && users.find(handler).isPresent()) {
                recipients.add(handler);
            } else {
                users.inRole(role).stream().map(UserProfile::id).forEach(recipients::add);
            }
        }
        return recipients;
    }
}
