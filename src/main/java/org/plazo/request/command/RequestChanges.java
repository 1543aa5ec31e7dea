package org.plazo.request.command;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plazo.request.LedgerAction;
import org.plazo.request.Lifecycle;
import org.plazo.request.NotPermitted;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestEvent;
import org.plazo.request.RequestNotFound;
import org.plazo.request.access.AccessClasses;
import org.plazo.request.access.Visibility;
import org.plazo.request.ledger.Ledger;
import org.plazo.request.rows.ClockStandings;
import org.plazo.security.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes requests out of the register to be changed, and puts them back with a ledger entry. */
@Component
class RequestChanges {

    private final CooperationRequests requests;
    private final AccessClasses classes;
    private final ClockStandings clocks;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    RequestChanges(
            CooperationRequests requests,
            AccessClasses classes,
            ClockStandings clocks,
            Ledger ledger,
            ApplicationEventPublisher events) {
        this.requests = requests;
        this.classes = classes;
        this.clocks = clocks;
        this.ledger = ledger;
        this.events = events;
    }

    /**
     * Locks the request until the transaction ends.
     *
     * @throws RequestNotFound if there is none that the actor may see
     */
    Change begin(String reference, Actor actor) {
        Visibility visibility = classes.visibleTo(actor);
        CooperationRequest request = requests.findByReference(reference)
                .filter(found -> visibility.includes(found.accessClass()))
                .orElseThrow(() -> new RequestNotFound(reference));
        return new Change(request.with(clocks.of(request.id())), request.lifecycle(), actor);
    }

    /** @throws NotPermitted before anything is read, if the actor's role does not allow the command */
    Change begin(String reference, RequestCommand command, Actor actor) {
        command.requirePermission(actor);
        return begin(reference, actor);
    }

    boolean wasHandedInBy(CooperationRequest request, Actor actor) {
        return ledger.has(
                request.id(),
                actor.userId(),
                Set.of(LedgerAction.SUBMITTED, LedgerAction.CORRECTED, LedgerAction.IMPORTED));
    }

    /** Who drafted the response; if nobody did here, whoever imported the request counts. */
    boolean wasDraftedBy(CooperationRequest request, Actor actor) {
        boolean drafted = ledger.has(request.id(), Set.of(LedgerAction.RESPONSE_DRAFTED));
        return ledger.has(
                request.id(), actor.userId(), Set.of(drafted ? LedgerAction.RESPONSE_DRAFTED : LedgerAction.IMPORTED));
    }

    void publish(RequestEvent event) {
        events.publishEvent(event);
    }

    /** One change of one request. */
    final class Change {

        private final CooperationRequest request;
        private final Lifecycle before;
        private final Actor actor;

        private Change(CooperationRequest request, Lifecycle before, Actor actor) {
            this.request = request;
            this.before = before;
            this.actor = actor;
        }

        CooperationRequest request() {
            return request;
        }

        /** Stores the request as it is now and enters what happened. */
        void store(LedgerAction action, Instant at, @Nullable String subject, @Nullable String reason) {
            request.changed();
            requests.save(request);
            enter(action, at, subject, reason);
        }

        /** Stores the request and enters what it is about, and what was there before and is there now. */
        void store(
                LedgerAction action,
                Instant at,
                @Nullable String subject,
                @Nullable String from,
                @Nullable String to,
                @Nullable String reason) {
            request.changed();
            requests.save(request);
            note(action, at, subject, from, to, reason);
        }

        /** Stores the request and enters what was there before and is there now. */
        void storeMoved(
                LedgerAction action, Instant at, @Nullable String from, @Nullable String to, @Nullable String reason) {
            request.changed();
            requests.save(request);
            note(action, at, null, from, to, reason);
        }

        /** Enters a part of a change; the request is stored with the whole. */
        void note(
                LedgerAction action,
                Instant at,
                @Nullable String subject,
                @Nullable String from,
                @Nullable String to,
                @Nullable String reason) {
            ledger.append(new Ledger.Entry(request.id(), action, actor.userId(), at, subject, from, to, reason));
        }

        /** Enters something that leaves the request as it is. */
        void enter(LedgerAction action, Instant at, @Nullable String subject, @Nullable String reason) {
            String from = before == request.lifecycle() ? null : before.name();
            String to =
                    before == request.lifecycle() ? null : request.lifecycle().name();
            ledger.append(new Ledger.Entry(request.id(), action, actor.userId(), at, subject, from, to, reason));
        }
    }
}
