package org.plazo.request.ledger;

import java.util.List;
import org.plazo.request.ExplainedDeadline;
import org.plazo.request.LedgerEntry;
import org.plazo.request.LedgerScreen;
import org.plazo.request.RequestDeadlines;
import org.plazo.security.Actor;
import org.plazo.security.CurrentActor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What happened to one request, and its deadlines with the way their dates came about. */
@Component
public class RequestHistory {

    private final Ledger ledger;
    private final KnownLinks links;
    private final LedgerSentences sentences;
    private final ObjectProvider<LedgerScreen> screens;
    private final RequestDeadlines deadlines;
    private final CurrentActor reader;

    RequestHistory(
            Ledger ledger,
            KnownLinks links,
            LedgerSentences sentences,
            ObjectProvider<LedgerScreen> screens,
            RequestDeadlines deadlines,
            CurrentActor reader) {
        this.ledger = ledger;
        this.links = links;
        this.sentences = sentences;
        this.screens = screens;
        this.deadlines = deadlines;
        this.reader = reader;
    }

    /** Without what the reader may not know of, though he may know of the request. */
    public List<LedgerEntry> events(long requestId) {
        Actor actor = reader.get();
        List<LedgerEntry> entries = links.shown(ledger.of(requestId), actor).stream()
                .map(sentences::tell)
                .toList();
        for (LedgerScreen screen : screens) {
            entries = screen.shown(requestId, entries, actor);
        }
        return entries;
    }

    public List<ExplainedDeadline> deadlines(long requestId) {
        return deadlines.of(requestId).stream().map(deadlines::explained).toList();
    }
}
