package org.plazo.notification.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Urgency;

/**
 * A notification as pages show it, with its mail where it has one.
 *
 * @param reason why it was suppressed, else null
 * @param settledAt when it was decided what became of it
 * @param failure of the mail's latest attempt
 * @param nextAttempt when the mail will be tried, null if it will not
 */
public record NotificationEntry(
        long id,
        long requestId,
        DeadlineKind kind,
        String step,
        Urgency urgency,
        String recipient,
        NotificationState state,
        @Nullable Suppression reason,
        Instant createdAt,
        @Nullable Instant settledAt,
        @Nullable Long mailId,
        @Nullable MailState mailState,
        int attempts,
        @Nullable Failure failure,
        @Nullable Integer lastCode,
        @Nullable Instant nextAttempt) {}
