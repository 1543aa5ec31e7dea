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
    /** Something that the other side asks of us has come in. */
    RECEIVED,
    REGISTERED,
    ACKNOWLEDGEMENT_SENT,
    INTERIM_REPLY_SENT,
    ADMITTED,
    /** We asked the other side for what we need to decide. */
    INFORMATION_NEEDED,
    /** It has come. */
    INFORMATION_CAME,
    /** It has not come, and nobody waits for it any more. */
    INFORMATION_MISSING,
    REFUSED,
    /** Given to somebody for whom we do not speak. */
    HANDED_ON,
    AGENCY_ASSIGNED,
    EXECUTED,
    RESPONSE_DRAFTED,
    CLEARED,
    /** The response was not cleared. */
    REDRAFT,
    RESPONSE_SENT,
    /** The other side wants nothing of us any more. */
    WITHDRAWN_BY_THEM,
    OUTWARD_STEP,
    ESCALATED,
    ESCALATION_SKIPPED,
    /** A step was taken, and none of the people concerned may know of the request. */
    ESCALATION_UNHEARD,
    DEADLINE_OPENED,
    DEADLINE_MOVED,
    /** The deadline follows another version of the time limits or of the ladder than before. */
    POLICY_APPLIED,
    DEADLINE_STOPPED,
    DEADLINE_RESTARTED,
    CLOCK_PAUSED,
    CLOCK_RESUMED,
    DEADLINE_EXTENDED,
    PROMISED,
    /** Another date is promised than before. */
    PROMISED_ANEW,
    RETURNED_DEFICIENT,
    INFORMATION_ASKED,
    SUPPLIED,
    POSTPONED,
    /** There is another day of review than before. */
    POSTPONED_ANEW,
    /** Another authority of the other side has it. */
    PASSED_ON,
    RESENT,
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
