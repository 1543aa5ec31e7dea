package org.plazo.notification.outbox;

/** Why the latest attempt at a mail failed. */
public enum Failure {
    NO_SUCH_USER,
    NO_ADDRESS,
    BAD_ADDRESS,
    REFUSED,
    DEFERRED,
    /** Deferred until it was too old. */
    EXPIRED,
    CHANNEL_DOWN,
    /** Handed over, but no answer came. */
    NO_ANSWER,
    /** The program ended during the attempt. */
    INTERRUPTED
}
