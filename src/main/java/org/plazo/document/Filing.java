package org.plazo.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.plazo.document.DocumentRows.Labels;
import org.plazo.document.Reception.Examined;
import org.plazo.document.file.DocumentStore;
import org.plazo.document.file.ReceivedFile;
import org.plazo.request.LedgerAction;
import org.plazo.request.RequestAccess;
import org.plazo.request.RequestLedger;
import org.plazo.security.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes a received file a document. In one transaction its row is inserted, and the file gets its final name just before
 * the commit: a row that anybody can see has its file. Whatever dies in between leaves at most a file without a row, which
 * {@link Reconciliation} removes.
 */
@Component
class Filing {

    private final TransactionOperations transaction;
    private final UploadQuota quota;
    private final RequestLedger ledger;
    private final RequestAccess access;
    private final DocumentRows rows;
    private final DocumentStore store;
    private final DocumentSettings settings;
    private final Clock clock;

    Filing(
            TransactionOperations transaction,
            UploadQuota quota,
            RequestLedger ledger,
            RequestAccess access,
            DocumentRows rows,
            DocumentStore store,
            DocumentSettings settings,
            Clock clock) {
        this.transaction = transaction;
        this.quota = quota;
        this.ledger = ledger;
        this.access = access;
        this.rows = rows;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    Document file(long requestId, Examined upload, Labels labels, Actor actor) {
        quota.open(actor.userId());
        Document added = transaction.execute(status -> {
            quota.take(actor.userId(), upload.file().size());
            String hash = upload.file().sha256();
            // holds the request until the end, so that what follows counts right
            ledger.enter(requestId, LedgerAction.DOCUMENT_ADDED, actor, labels.name(), null, hash, null);
            refuseOneTooMany(requestId, hash, actor);
            long id = rows.insert(requestId, upload, labels, actor.userId(), clock.instant());
            keep(upload.file());
            return rows.find(requestId, id).orElseThrow();
        });
        return Objects.requireNonNull(added, "the transaction gives the document");
    }

    private void refuseOneTooMany(long requestId, String hash, Actor actor) {
        List<Document> there = rows.of(requestId);
        if (there.size() >= settings.perRequest()) {
            throw new DocumentRefused("file", Refusal.TOO_MANY, String.valueOf(settings.perRequest()));
        }
        there.stream()
                .filter(each -> !each.isWithdrawn()
                        && each.sha256().equals(hash)
                        && access.mayRead(each.classification(), actor))
                .findFirst()
                .ifPresent(same -> {
                    throw new DocumentRefused("file", Refusal.ALREADY_THERE, same.name());
                });
    }

    private void keep(ReceivedFile file) {
        try {
            store.keep(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
