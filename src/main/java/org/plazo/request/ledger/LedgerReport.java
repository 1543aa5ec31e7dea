package org.plazo.request.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param requests that the reader may know of; all are looked at
 * @param entries of these requests
 * @param first the first seal: what happened before it, only the chains themselves show; null if there is none
 * @param last the last seal; null if there is none
 * @param findingCount of all findings, of which the first are listed
 */
public record LedgerReport(
        Instant at,
        long requests,
        long entries,
        long anchors,
        @Nullable Anchor first,
        @Nullable Anchor last,
        long findingCount,
        List<LedgerFinding> findings) {

    public LedgerReport {
        findings = List.copyOf(findings);
    }

    public boolean fits() {
        return findingCount == 0;
    }
}
