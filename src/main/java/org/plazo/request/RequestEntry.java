package org.plazo.request;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.springframework.stereotype.Component;

/** Enters new requests: checks them, gives them their reference and stores them. */
@Component
class RequestEntry {

    private final CooperationRequests requests;
    private final ReferenceNumbers references;
    private final AccessClasses classes;
    private final ContentCheck contentCheck;
    private final Parties parties;
    private final Clock clock;

    RequestEntry(
            CooperationRequests requests,
            ReferenceNumbers references,
            AccessClasses classes,
            ContentCheck contentCheck,
            Parties parties,
            Clock clock) {
        this.requests = requests;
        this.references = references;
        this.classes = classes;
        this.contentCheck = contentCheck;
        this.parties = parties;
        this.clock = clock;
    }

    /** Stores a draft with the next reference; the caller's transaction decides whether it stays. */
    CooperationRequest enter(NewRequest input, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        FieldProblems problems = new FieldProblems();
        contentCheck.check(input, now.atZone(parties.home().zone()).toLocalDate(), contentCheck::isHandler, problems);
        problems.refuse();
        return requests.save(draft(input, actor, now));
    }

    /** A checked request with its reference, not stored yet. */
    CooperationRequest draft(NewRequest input, Actor actor, Instant now) {
        String reference = references.next(Direction.OUTGOING, now);
        RequestContent content = RequestContent.of(input, parties);
        return CooperationRequest.draft(
                reference,
                content,
                input.measures(),
                input.theirReference(),
                handler(input, actor),
                classes.idOf(content.classification(), Set.of()),
                now);
    }

    private static @Nullable String handler(NewRequest input, Actor actor) {
        if (input.handler() != null) {
            return input.handler();
        }
        boolean handles = !actor.equals(Actor.SYSTEM) && actor.hasAny(Role.HANDLER);
        return handles ? actor.userId() : null;
    }
}
