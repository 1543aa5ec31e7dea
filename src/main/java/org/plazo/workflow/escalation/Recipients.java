package org.plazo.workflow.escalation;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plazo.request.Authority;
import org.plazo.request.Direction;
import org.plazo.request.Parties;
import org.plazo.request.RequestAccess;
import org.plazo.request.RequestSummary;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.plazo.workflow.policy.Recipient;
import org.springframework.stereotype.Component;

/** Turns the recipients of a ladder into persons, of whom each may know of the request. */
@Component
class Recipients {

    /** Who is told instead when none of a step's people may know of the request. */
    private static final List<Role> UPWARDS = List.of(Role.MANAGER, Role.HEAD);

    private final UserDirectory users;
    private final RequestAccess access;
    private final Set<String> agencies;

    Recipients(UserDirectory users, RequestAccess access, Parties parties) {
        this.users = users;
        this.access = access;
        this.agencies = parties.authoritiesOf(parties.home()).stream()
                .map(authority -> Authority.groupOf(authority.code()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * User ids, each once. The handler is the request's own; a request without one, or whose handler is no longer known or
     * may not see it any more, concerns all handlers. An agency without a manager of its own concerns the managers. Empty
     * if somebody is asked for and nobody is left who may know.
     */
    Set<String> of(Set<Recipient> asked, RequestSummary request) {
        Set<String> recipients = new TreeSet<>();
        for (Recipient each : asked) {
            Set<String> people =
                    switch (each) {
                        case HANDLER -> handler(request);
                        case AGENCY_MANAGER -> agencyManagers(request);
                        default -> Set.of();
                    };
            recipients.addAll(people.isEmpty() ? inRole(each.role(), request) : people);
        }
        for (Role higher : UPWARDS) {
            if (recipients.isEmpty() && !asked.isEmpty()) {
                recipients.addAll(inRole(higher, request));
            }
        }
        return recipients;
    }

    private Set<String> handler(RequestSummary request) {
        String handler = request.handler();
        return handler == null
                ? Set.of()
                : ids(permitted(users.find(handler).map(List::of).orElse(List.of()), request));
    }

    private Set<String> agencyManagers(RequestSummary request) {
        String agency = Authority.groupOf(request.agency());
        return ids(permitted(users.inRole(Role.MANAGER), request).stream()
                .filter(person -> person.groups().contains(agency))
                .toList());
    }

    /** Without those who belong to other agencies than the request's, unless nobody else is there. */
    private Set<String> inRole(Role role, RequestSummary request) {
        List<UserProfile> people = permitted(users.inRole(role), request);
        List<UserProfile> concerned =
                people.stream().filter(person -> isConcerned(person, request)).toList();
        return ids(concerned.isEmpty() ? people : concerned);
    }

    private boolean isConcerned(UserProfile person, RequestSummary request) {
        String ours = request.direction() == Direction.OUTGOING ? request.requestingAuthority() : request.agency();
        return person.groups().contains(Authority.groupOf(ours)) || Collections.disjoint(person.groups(), agencies);
    }

    private List<UserProfile> permitted(Collection<UserProfile> people, RequestSummary request) {
        return List.copyOf(access.readers(request.id(), people));
    }

    private static Set<String> ids(Collection<UserProfile> people) {
        return people.stream().map(UserProfile::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
