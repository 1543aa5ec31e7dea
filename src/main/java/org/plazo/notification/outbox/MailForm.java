package org.plazo.notification.outbox;

/** How many matters a mail holds. */
public enum MailForm {
    /** One urgent matter, at once. */
    SINGLE,
    /** All routine matters of a person. */
    DIGEST
}
