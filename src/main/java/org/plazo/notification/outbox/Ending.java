package org.plazo.notification.outbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plazo.notification.NotificationSettings;
import org.plazo.notification.mail.SendOutcome;

/**
 * What follows from one attempt.
 *
 * @param notBefore the next attempt, where there is one
 * @param countsAsAttempt false if the mail had no chance because the channel was down
 */
record Ending(
        MailState state,
        Instant notBefore,
        boolean countsAsAttempt,
        @Nullable Failure failure,
        @Nullable Integer code,
        @Nullable String text) {

    private static final Duration[] PAUSES = {
        Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4)
    };

    static Ending of(SendOutcome outcome, ClaimedMail mail, NotificationSettings settings, Instant now) {
        if (outcome instanceof SendOutcome.Sent) {
            return new Ending(MailState.SENT, now, true, null, null, null);
        }
        if (outcome instanceof SendOutcome.Refused refused) {
            return new Ending(MailState.DEAD, now, true, Failure.REFUSED, refused.code(), refused.text());
        }
        if (outcome instanceof SendOutcome.Deferred deferred) {
            return deferred(deferred, mail, settings, now);
        }
        if (outcome instanceof SendOutcome.ChannelDown down) {
            MailState state = mail.attempts() > 1 ? MailState.RETRY : MailState.PENDING;
            Instant notBefore = now.plus(settings.channelPause());
            return new Ending(state, notBefore, false, Failure.CHANNEL_DOWN, down.code(), down.text());
        }
        SendOutcome.Unknown unknown = (SendOutcome.Unknown) outcome;
        Instant resendAt = now.plus(settings.resendUnknownAfter());
        return new Ending(MailState.UNKNOWN, resendAt, true, Failure.NO_ANSWER, null, unknown.text());
    }

    /** Nothing was sent, because of what is known beforehand. */
    static Ending dead(Failure failure, Instant now) {
        return new Ending(MailState.DEAD, now, false, failure, null, null);
    }

    static Ending empty(ClaimedMail mail, Instant now) {
        MailState state = mail.before() == MailState.UNKNOWN ? MailState.UNKNOWN : MailState.EMPTY;
        return new Ending(state, now, false, null, null, null);
    }

    private static Ending deferred(
            SendOutcome.Deferred deferred, ClaimedMail mail, NotificationSettings settings, Instant now) {
        Instant notBefore = now.plus(PAUSES[Math.min(mail.attempts(), PAUSES.length) - 1]);
        boolean tooLate = notBefore.isAfter(mail.createdAt().plus(settings.expireAfter()));
        return new Ending(
                tooLate ? MailState.DEAD : MailState.RETRY,
                notBefore,
                true,
                tooLate ? Failure.EXPIRED : Failure.DEFERRED,
                deferred.code(),
                deferred.text());
    }

    /** What becomes of the mail's matters; null while they are still on the way. */
    @Nullable
    NotificationState matters(ClaimedMail mail) {
        return switch (state) {
            case SENT -> NotificationState.MAILED;
            case DEAD -> NotificationState.FAILED;
            case UNKNOWN -> mail.resent() ? NotificationState.MAILED : null;
            default -> null;
        };
    }
}
