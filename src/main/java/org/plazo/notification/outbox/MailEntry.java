package org.plazo.notification.outbox;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plazo.notification.mail.OutgoingMail;

/**
 * A mail as pages show it.
 *
 * @param address as of the latest attempt; like subject and bodies null as long as none was made
 * @param lastText the server's words at the latest attempt that failed
 * @param nextAttempt null if it will not be tried (again)
 */
public record MailEntry(
        long id,
        String recipient,
        MailForm form,
        MailState state,
        String messageId,
        @Nullable String address,
        @Nullable String language,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html,
        int attempts,
        @Nullable Failure failure,
        @Nullable Integer lastCode,
        @Nullable String lastText,
        Instant createdAt,
        @Nullable Instant triedAt,
        @Nullable Instant sentAt,
        @Nullable Instant nextAttempt) {

    public boolean isComposed() {
        return text != null;
    }

    /** As it was sent last; only for one that {@link #isComposed}. */
    public OutgoingMail outgoing() {
        return new OutgoingMail(
                id,
                recipient,
                messageId,
                Objects.requireNonNull(address),
                Locale.forLanguageTag(Objects.requireNonNull(language)),
                Objects.requireNonNull(subject),
                Objects.requireNonNull(text),
                Objects.requireNonNull(html),
                createdAt,
                triedAt == null ? createdAt : triedAt);
    }
}
