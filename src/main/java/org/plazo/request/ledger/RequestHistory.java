package org.plazo.request.ledger;

import java.util.List;
import org.plazo.request.ExplainedDeadline;
import org.plazo.request.LedgerEntry;
import org.plazo.request.RequestDeadlines;
import org.springframework.stereotype.Component;

/** What happened to one request, and its deadlines with the way their dates came about. */
@Component
public class RequestHistory {

    private final Ledger ledger;
    private final LedgerSentences sentences;
    private final RequestDeadlines deadlines;

    RequestHistory(Ledger ledger, LedgerSentences sentences, RequestDeadlines deadlines) {
        this.ledger = ledger;
        this.sentences = sentences;
        this.deadlines = deadlines;
    }

    public List<LedgerEntry> events(long requestId) {
        return ledger.of(requestId).stream().map(sentences::tell).toList();
    }

    public List<ExplainedDeadline> deadlines(long requestId) {
        return deadlines.of(requestId).stream().map(deadlines::explained).toList();
    }
}
