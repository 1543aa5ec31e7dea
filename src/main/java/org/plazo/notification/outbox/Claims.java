package org.plazo.notification.outbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.plazo.notification.NotificationSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes mails out of the outbox and writes back what became of them, each in a short transaction of its own. */
@Component
class Claims {

    private final MailRows mails;
    private final NotificationRows notifications;
    private final DigestMatters digests;
    private final NotificationSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    Claims(
            MailRows mails,
            NotificationRows notifications,
            DigestMatters digests,
            NotificationSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.mails = mails;
        this.notifications = notifications;
        this.digests = digests;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    Optional<ClaimedMail> next() {
        return Optional.ofNullable(transaction.execute(
                status -> mails.claim(clock.instant(), settings.lease()).orElse(null)));
    }

    /**
     * Decides what the claimed mail says. A digest takes along what has become pending since its row was written, unless
     * it may have been taken already.
     */
    Composing.Result prepare(ClaimedMail mail, Composing composing) {
        Composing.Result prepared = transaction.execute(status -> {
            if (mail.form() == MailForm.DIGEST && mail.before() != MailState.UNKNOWN) {
                notifications.attach(mail.id(), digests.lock(mail.recipient()));
            }
            List<PendingMatter> matters = notifications.pendingOf(mail.id());
            Composing.Result result = composing.compose(mail, matters);
            if (result.mail() != null) {
                mails.compose(result.mail());
            }
            if (result.ending() != null) {
                write(mail, result.ending());
            }
            return result;
        });
        if (prepared == null) {
            throw new IllegalStateException("the transaction of mail " + mail.id() + " gave no result");
        }
        return prepared;
    }

    void finish(ClaimedMail mail, Ending ending) {
        transaction.executeWithoutResult(status -> {
            write(mail, ending);
            if (ending.failure() == Failure.CHANNEL_DOWN) {
                mails.holdBack(ending.notBefore());
            }
        });
    }

    /** Mails whose sender vanished while it held them. */
    void recover() {
        transaction.executeWithoutResult(status -> {
            for (long mail :
                    mails.markInterrupted(clock.instant(), clock.instant().plus(settings.resendUnknownAfter()))) {
                notifications.settle(mail, NotificationState.MAILED, clock.instant());
            }
        });
    }

    private void write(ClaimedMail mail, Ending ending) {
        NotificationState matters = ending.matters(mail);
        if (mails.finish(mail, ending, clock.instant()) && matters != null) {
            notifications.settle(mail.id(), matters, clock.instant());
        }
    }
}
