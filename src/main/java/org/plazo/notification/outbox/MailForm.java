package org.plazo.notification.outbox;

/** What a mail holds. */
public enum MailForm {
    /** One urgent matter, at once. */
    SINGLE,
    /** All routine matters of a person. */
    DIGEST,
    /** Something that waits for an administrator, and is no matter of a request. */
    NOTICE
}
