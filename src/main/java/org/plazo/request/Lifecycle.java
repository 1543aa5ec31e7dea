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
}
