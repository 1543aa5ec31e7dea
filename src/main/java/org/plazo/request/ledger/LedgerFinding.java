package org.plazo.request.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Something in the ledger that does not fit.
 *
 * @param requestId its number; null if it is about a seal alone
 * @param reference null if it is about a seal alone, or the reader may not know of the request
 * @param seq the first entry that does not fit, counted from 1; null if there is none
 * @param anchor the seal that shows it; null if the chain itself does
 */
public record LedgerFinding(
        Kind kind,
        @Nullable Long requestId,
        @Nullable String reference,
        @Nullable Integer seq,
        @Nullable Long anchor) {

    /** What does not fit. */
    public enum Kind {
        /** The entry is not what was chained, or was put in, or stands in another place than it did. */
        ENTRY_CHANGED,
        /** An entry is missing between others. */
        ENTRY_MISSING,
        /** An entry has no hash. */
        ENTRY_UNCHAINED,
        /** The chain ends before the entry that a seal covers. */
        END_MISSING,
        /** The chain fits, and is not the one that was sealed. */
        CHAIN_REPLACED,
        /** A request has no entries. */
        NO_ENTRIES,
        /** A sealed request is not there any more. */
        REQUEST_MISSING,
        /** The seal does not fit what it covers, or the seal before it. */
        ANCHOR_CHANGED,
        /** There are seals before and after it. */
        ANCHOR_MISSING,
        /** It stands in the table and not in the file. */
        ANCHOR_NOT_IN_FILE,
        /** It stands in the file and not in the table. */
        ANCHOR_NOT_IN_TABLE,
        /** The file says something else than the table. */
        ANCHOR_DIFFERS,
        /** The file has lines that are no seals. */
        FILE_UNREADABLE
    }

    /** Whether it is about a request that the reader may not know of. */
    public boolean isHidden() {
        return requestId != null && reference == null;
    }

    static LedgerFinding ofEntry(Kind kind, long requestId, @Nullable String reference, int seq) {
        return new LedgerFinding(kind, requestId, reference, seq, null);
    }

    static LedgerFinding ofAnchor(Kind kind, @Nullable Long anchor) {
        return new LedgerFinding(kind, null, null, null, anchor);
    }
}
