package org.plazo.request;

/** What a ledger entry is about. The words for it stand in the message bundles, under the same name. */
public enum LedgerAction {
    CREATED,
    EDITED,
    REASSIGNED,
    IMPORTED,
    SUBMITTED,
    APPROVED,
    RETURNED,
    CORRECTED,
    DISPATCHED,
    ACKNOWLEDGED,
    INTERIM_REPLY,
    RESPONDED,
    ASSESSED,
    MEASURE_SETTLED,
    CLOSED_EARLY,
    WITHDRAWN,
    OUTWARD_STEP,
    ESCALATED,
    ESCALATION_SKIPPED,
    /** A step was taken, and none of the people concerned may know of the request. */
    ESCALATION_UNHEARD,
    DEADLINE_OPENED,
    DEADLINE_MOVED,
    DEADLINE_STOPPED,
    DEADLINE_RESTARTED,
    CLOCK_PAUSED,
    CLOCK_RESUMED,
    DEADLINE_EXTENDED,
    PROMISED,
    /** Another date is promised than before. */
    PROMISED_ANEW,
    DOCUMENT_ADDED,
    DOCUMENT_WITHDRAWN,
    /** A document of a restricted request was downloaded. */
    DOCUMENT_READ,
    /** Somebody looked at a restricted request. */
    READ,
    EXPORTED,
    /** Entries from before there were chains were chained. */
    CHAINED
}
