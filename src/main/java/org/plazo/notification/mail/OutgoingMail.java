package org.plazo.notification.mail;

import java.time.Instant;
import java.util.Locale;

/**
 * One mail, ready to leave.
 *
 * @param id of its row in the outbox
 * @param recipient user id
 * @param messageId without angle brackets; the same at every attempt
 * @param createdAt when its row was written
 * @param date of this attempt, for the header
 */
public record OutgoingMail(
        long id,
        String recipient,
        String messageId,
        String address,
        Locale language,
        String subject,
        String text,
        String html,
        Instant createdAt,
        Instant date) {}
