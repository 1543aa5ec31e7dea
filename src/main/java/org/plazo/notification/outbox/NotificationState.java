package org.plazo.notification.outbox;

/** What became of one matter for one person. */
public enum NotificationState {
    /** Not told yet: waiting for its mail, or its mail is still on the way. */
    PENDING,
    /** Its mail was taken, or may have been taken. */
    MAILED,
    /** There was nothing left to tell. */
    SUPPRESSED,
    /** Its mail cannot be delivered: somebody has to look. */
    FAILED
}
