package org.plazo.notification.outbox;

/** Why a matter was not told. */
public enum Suppression {
    REQUEST_FINAL,
    CLOCK_STOPPED,
    /** A later step of the same deadline was taken for the same person. */
    SUPERSEDED,
    /** The request or its deadline is no longer there. */
    GONE,
    /** The recipient may not know of the request any more. */
    NOT_PERMITTED
}
