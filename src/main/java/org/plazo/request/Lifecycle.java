package org.plazo.request;

/** Where an outgoing request stands. An acknowledgement is a fact with its own deadline, not a state. */
public enum Lifecycle {
    DRAFT,
    IN_REVIEW,
    IN_CORRECTION,
    APPROVED,
    AWAITING_RESPONSE,
    IN_ASSESSMENT,
    CLOSED,
    WITHDRAWN;

    /** Whether nothing more will happen to the request. */
    public boolean isFinal() {
        return this == CLOSED || this == WITHDRAWN;
    }

    /** Whether what stands on the paper may still be changed. */
    public boolean isPaperOpen() {
        return this == DRAFT || this == IN_CORRECTION;
    }
}
