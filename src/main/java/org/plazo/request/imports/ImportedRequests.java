package org.plazo.request.imports;

import java.time.Instant;
import org.plazo.request.DeadlineKind;
import org.plazo.request.LedgerAction;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.RequestEvent.RequestImported;
import org.plazo.request.command.CooperationRequest;
import org.plazo.request.command.RequestEntry;
import org.plazo.request.content.History;
import org.plazo.request.ledger.Ledger;
import org.plazo.security.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Stores one imported request and tells the others, who open its deadlines and start its process. */
@Component
class ImportedRequests {

    private final RequestEntry entry;
    private final Ledger ledger;
    private final RequestDeadlines deadlines;
    private final ApplicationEventPublisher events;

    ImportedRequests(RequestEntry entry, Ledger ledger, RequestDeadlines deadlines, ApplicationEventPublisher events) {
        this.entry = entry;
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.events = events;
    }

    /** A request as it was stored; {@code line} is where its row begins in the file. */
    record Stored(long line, long id, String reference) {}

    Stored store(ImportRow row, Actor actor, Instant now) {
        History history = row.history();
        CooperationRequest draft =
                entry.make(row.request(), history.direction(), actor, now).imported(row.externalId(), history);
        row.outcomes().forEach((position, settlement) -> draft.settle(position, settlement, settledAt(history, now)));
        CooperationRequest request = entry.store(draft, row.request());
        ledger.append(new Ledger.Entry(
                request.id(),
                LedgerAction.IMPORTED,
                actor.userId(),
                now,
                row.externalId(),
                null,
                history.lifecycle().name(),
                null));
        events.publishEvent(new RequestImported(
                request.id(),
                request.reference(),
                history.lifecycle(),
                history.submittedAt(),
                history.dispatchedAt(),
                history.receivedAt(),
                history.acknowledgedAt() != null));
        stopClocks(request.id(), history);
        return new Stored(row.cells().line(), request.id(), request.reference());
    }

    private static Instant settledAt(History history, Instant now) {
        Instant closedAt = history.closedAt();
        Instant respondedAt = history.respondedAt();
        return closedAt != null ? closedAt : respondedAt != null ? respondedAt : now;
    }

    /** Whatever clocks were started for it stand where its history says that they stood. */
    private void stopClocks(long requestId, History history) {
        Instant acknowledgedAt = history.acknowledgedAt();
        Instant respondedAt = history.respondedAt();
        Instant closedAt = history.closedAt();
        if (acknowledgedAt != null) {
            deadlines.stop(requestId, DeadlineKind.ACKNOWLEDGEMENT, acknowledgedAt);
        }
        if (respondedAt != null) {
            deadlines.stop(requestId, DeadlineKind.ACKNOWLEDGEMENT, respondedAt);
            deadlines.stop(requestId, DeadlineKind.RESPONSE, respondedAt);
        }
        if (closedAt != null) {
            deadlines.stopAll(requestId, closedAt);
        }
    }
}
