package org.plazo.notification.mail;

/** The way out of the house. */
public interface MailChannel {

    /** Tries once. A failure is an outcome, not an exception. */
    SendOutcome send(OutgoingMail mail);
}
