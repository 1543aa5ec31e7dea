package org.plazo.document;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.document.Document.Withdrawal;
import org.plazo.document.file.DocumentStore;
import org.plazo.request.LedgerAction;
import org.plazo.request.Parties;
import org.plazo.request.RequestAccess;
import org.plazo.request.RequestLedger;
import org.plazo.request.RequestSummary;
import org.plazo.security.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads a request's documents, and takes them out of view. A reader sees those of a request that he may see, as far as their
 * own level lets him; for him there are no others.
 */
@Component
public class Documents {

    private final RequestAccess access;
    private final RequestLedger ledger;
    private final Labelling labelling;
    private final DocumentRows rows;
    private final DocumentStore store;
    private final Integrity integrity;
    private final Parties parties;
    private final TransactionOperations transaction;
    private final Clock clock;

    Documents(
            RequestAccess access,
            RequestLedger ledger,
            Labelling labelling,
            DocumentRows rows,
            DocumentStore store,
            Integrity integrity,
            Parties parties,
            TransactionOperations transaction,
            Clock clock) {
        this.access = access;
        this.ledger = ledger;
        this.labelling = labelling;
        this.rows = rows;
        this.store = store;
        this.integrity = integrity;
        this.parties = parties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A document with the file that holds its bytes. */
    public record Opened(Document document, Path file) {}

    /** All that the reader may see, withdrawn ones too, in the order in which they came. */
    public List<Document> of(String reference, Actor reader) {
        RequestSummary request = access.toRead(reference, reader);
        return rows.of(request.id()).stream()
                .filter(document -> access.mayRead(document.classification(), reader))
                .toList();
    }

    /** How many documents in view the reader may see. */
    public long count(String reference, Actor reader) {
        return of(reference, reader).stream()
                .filter(document -> !document.isWithdrawn())
                .count();
    }

    /**
     * Hands out a document's bytes, after comparing them with their hash. If the request or the document is restricted, the
     * ledger says who took it.
     *
     * @throws DocumentNotFound if there is none that the reader may see
     * @throws DocumentRefused if it is withdrawn, in quarantine, infected or damaged
     */
    public Opened open(String reference, long id, Actor reader) throws IOException {
        RequestSummary request = access.toRead(reference, reader);
        Document document = readable(request, id, reader);
        if (document.isWithdrawn()) {
            throw new DocumentRefused("id", Refusal.WITHDRAWN);
        }
        if (document.state() != DocumentState.AVAILABLE) {
            throw new DocumentRefused("id", Refusal.IN_QUARANTINE);
        }
        if (integrity.check(document) != null) {
            throw new DocumentRefused("id", Refusal.DAMAGED);
        }
        if (request.restricted() || parties.isRestricted(document.classification())) {
            transaction.executeWithoutResult(status -> ledger.enter(
                    request.id(), LedgerAction.DOCUMENT_READ, reader, document.name(), null, document.sha256(), null));
        }
        return new Opened(document, store.path(document.storedAs()));
    }

    /**
     * Takes a document out of view, for a reason. Its bytes and its row stay.
     *
     * @throws DocumentNotFound if there is none that the actor may see
     * @throws DocumentRefused if the reason is missing, or it is withdrawn already
     */
    public Document withdraw(String reference, long id, @Nullable String reason, Actor actor) {
        RequestSummary request = access.toRead(reference, actor);
        DocumentIntake.permit(actor);
        Document document = readable(request, id, actor);
        String why = labelling.reason(reason);
        transaction.executeWithoutResult(status -> withdraw(document, why, actor));
        return readable(request, id, actor);
    }

    private void withdraw(Document document, String reason, Actor actor) {
        ledger.enter(
                document.requestId(),
                LedgerAction.DOCUMENT_WITHDRAWN,
                actor,
                document.name(),
                null,
                document.sha256(),
                reason);
        if (!rows.withdraw(document.id(), new Withdrawal(actor.userId(), clock.instant(), reason))) {
            throw new DocumentRefused("id", Refusal.ALREADY_WITHDRAWN);
        }
    }

    private Document readable(RequestSummary request, long id, Actor reader) {
        return rows.find(request.id(), id)
                .filter(document -> access.mayRead(document.classification(), reader))
                .orElseThrow(() -> new DocumentNotFound(id));
    }
}
