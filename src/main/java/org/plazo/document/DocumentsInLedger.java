package org.plazo.document;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plazo.request.LedgerAction;
import org.plazo.request.LedgerEntry;
import org.plazo.request.LedgerScreen;
import org.plazo.request.RequestAccess;
import org.plazo.security.Actor;
import org.springframework.stereotype.Component;

/** Keeps the names and hashes of documents from those who may know of the request, but not of the document. */
@Component
class DocumentsInLedger implements LedgerScreen {

    private static final Set<LedgerAction> ABOUT_DOCUMENTS =
            EnumSet.of(LedgerAction.DOCUMENT_ADDED, LedgerAction.DOCUMENT_READ, LedgerAction.DOCUMENT_WITHDRAWN);

    private final DocumentRows rows;
    private final RequestAccess access;

    DocumentsInLedger(DocumentRows rows, RequestAccess access) {
        this.rows = rows;
        this.access = access;
    }

    /** What an entry says of a document. */
    private record Told(@Nullable String name, @Nullable String sha256) {}

    @Override
    public List<LedgerEntry> shown(long requestId, List<LedgerEntry> entries, Actor reader) {
        if (reader.equals(Actor.SYSTEM)
                || entries.stream().noneMatch(entry -> ABOUT_DOCUMENTS.contains(entry.action()))) {
            return entries;
        }
        Set<Told> known = new HashSet<>();
        for (Document document : rows.of(requestId)) {
            if (access.mayRead(document.classification(), reader)) {
                known.add(new Told(document.name(), document.sha256()));
            }
        }
        return entries.stream()
                .filter(entry -> !ABOUT_DOCUMENTS.contains(entry.action())
                        || known.contains(new Told(entry.subject(), entry.to())))
                .toList();
    }
}
