package org.plazo.request;

/** What a ledger entry is about. The words for it stand in the message bundles, under the same name. */
public enum LedgerAction {
    CREATED,
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
    WITHDRAWN,
    OUTWARD_STEP,
    ESCALATED,
    ESCALATION_SKIPPED,
    DEADLINE_OPENED,
    DEADLINE_MOVED,
    DEADLINE_STOPPED,
    DEADLINE_RESTARTED
}
