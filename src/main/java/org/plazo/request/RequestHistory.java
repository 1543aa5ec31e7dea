package org.plazo.request;

import java.util.List;
import org.springframework.stereotype.Component;

/** What happened to one request, and its deadlines with the way their dates came about. */
@Component
class RequestHistory {

    private final Ledger ledger;
    private final LedgerSentences sentences;
    private final RequestDeadlines deadlines;

    RequestHistory(Ledger ledger, LedgerSentences sentences, RequestDeadlines deadlines) {
        this.ledger = ledger;
        this.sentences = sentences;
        this.deadlines = deadlines;
    }

    List<LedgerEntry> events(long requestId) {
        return ledger.of(requestId).stream().map(sentences::tell).toList();
    }

    List<ExplainedDeadline> deadlines(long requestId) {
        return deadlines.of(requestId).stream()
                .map(each -> new ExplainedDeadline(each, deadlines.explain(each)))
                .toList();
    }
}
