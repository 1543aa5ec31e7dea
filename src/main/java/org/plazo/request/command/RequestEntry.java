package org.plazo.request.command;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Direction;
import org.plazo.request.FieldProblems;
import org.plazo.request.InvalidInput;
import org.plazo.request.NewRequest;
import org.plazo.request.Parties;
import org.plazo.request.RequestField;
import org.plazo.request.access.AccessClasses;
import org.plazo.request.access.NeedToKnow;
import org.plazo.request.content.ContentCheck;
import org.plazo.request.content.RequestContent;
import org.plazo.request.rows.FieldRows;
import org.plazo.request.rows.ParticularRows;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.springframework.stereotype.Component;

/** Enters new requests: checks them, gives them their reference and stores them. */
@Component
public class RequestEntry {

    private final CooperationRequests requests;
    private final ReferenceNumbers references;
    private final FieldRows fields;
    private final ParticularRows particulars;
    private final AccessClasses classes;
    private final NeedToKnow needToKnow;
    private final ContentCheck contentCheck;
    private final Parties parties;
    private final Clock clock;

    RequestEntry(
            CooperationRequests requests,
            ReferenceNumbers references,
            FieldRows fields,
            ParticularRows particulars,
            AccessClasses classes,
            NeedToKnow needToKnow,
            ContentCheck contentCheck,
            Parties parties,
            Clock clock) {
        this.requests = requests;
        this.references = references;
        this.fields = fields;
        this.particulars = particulars;
        this.classes = classes;
        this.needToKnow = needToKnow;
        this.contentCheck = contentCheck;
        this.parties = parties;
        this.clock = clock;
    }

    /** A request that is right, with the next reference; the caller stores it, and his transaction decides if it stays. */
    CooperationRequest enter(NewRequest input, Direction direction, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        FieldProblems problems = new FieldProblems();
        LocalDate today = now.atZone(parties.home().zone()).toLocalDate();
        contentCheck.check(input, direction, today, contentCheck::isHandler, problems);
        if (direction == Direction.INCOMING
                && input.particulars().fields().containsKey(RequestField.EXECUTING_AGENCY)) {
            problems.add("executingAgency", "is assigned once the request is admissible");
        }
        problems.refuse();
        requireSight(input, actor);
        return make(input, direction, actor, now);
    }

    /** Stores a request with everything that belongs to it. */
    public CooperationRequest store(CooperationRequest request, NewRequest input) {
        CooperationRequest stored = requests.save(request);
        fields.write(stored.id(), new HashMap<>(input.particulars().fields()));
        particulars.store(stored.id(), input.particulars());
        return stored;
    }

    /** He who enters a request, and its handler, must be able to see it. */
    private void requireSight(NewRequest input, Actor actor) {
        String level = RequestContent.of(input, parties).classification();
        Set<String> circles = input.particulars().needToKnow();
        AccessClasses.AccessClass wanted = new AccessClasses.AccessClass(level, circles);
        if (!needToKnow.maySee(wanted, actor)) {
            throw new InvalidInput(
                    circles.isEmpty() ? "classification" : "needToKnow", "would hide the request from yourself");
        }
        String handler = input.handler();
        if (handler != null && !contentCheck.isSeenBy(handler, wanted, needToKnow)) {
            throw new InvalidInput("handler", "may not see the request");
        }
    }

    /** A checked request with its reference, not stored yet. */
    public CooperationRequest make(NewRequest input, Direction direction, Actor actor, Instant now) {
        String reference = references.next(direction, now);
        RequestContent content = RequestContent.of(input, parties);
        return CooperationRequest.entered(
                reference,
                direction,
                content,
                input.measures(),
                input.theirReference(),
                handler(input, content, actor),
                classes.idOf(content.classification(), input.particulars().needToKnow()),
                now);
    }

    /** Without one named, it is the handler who enters the request, if he may see it himself. */
    private @Nullable String handler(NewRequest input, RequestContent content, Actor actor) {
        if (input.handler() != null) {
            return input.handler();
        }
        boolean handles = !actor.equals(Actor.SYSTEM) && actor.hasAny(Role.HANDLER);
        var wanted = new AccessClasses.AccessClass(
                content.classification(), input.particulars().needToKnow());
        return handles
                        && (needToKnow.maySee(wanted, actor)
                                || contentCheck.isSeenBy(actor.userId(), wanted, needToKnow))
                ? actor.userId()
                : null;
    }
}
