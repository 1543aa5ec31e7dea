package org.plazo.notification.outbox;

/** Where a mail stands. */
public enum MailState {
    /** Not tried yet, or not tried since the channel failed. */
    PENDING,
    /** Somebody is sending it, until its lease ends. */
    SENDING,
    SENT,
    /** Deferred: tried again later. */
    RETRY,
    /** It may have been taken. It is sent once more, with the same Message-ID; afterwards nobody will know. */
    UNKNOWN,
    /** It will never be delivered. */
    DEAD,
    /** Nothing was left to tell when its turn came. */
    EMPTY
}
