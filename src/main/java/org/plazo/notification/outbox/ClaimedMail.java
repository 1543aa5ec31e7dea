package org.plazo.notification.outbox;

import java.time.Instant;

/**
 * A row of the table {@code mail} that this thread holds.
 *
 * @param attempts including the one about to be made
 * @param leaseUntil also the proof that the row still is this thread's when the outcome is written
 */
record ClaimedMail(
        long id,
        String recipient,
        MailForm form,
        String messageId,
        MailState before,
        int attempts,
        boolean resent,
        Instant createdAt,
        Instant leaseUntil) {}
