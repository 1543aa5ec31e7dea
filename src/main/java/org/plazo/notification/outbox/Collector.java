package org.plazo.notification.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.plazo.notification.NotificationSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts pending matters into mails: an urgent one into a mail of its own at once, routine ones into one digest per person
 * once the first of them has waited for the digest interval. What came due by an import waits for the end of all imports
 * and then goes into the digest at once, so that an import mails nobody more than once.
 */
@Component
class Collector {

    private static final int PRESSING_AT_ONCE = 500;

    private final NotificationRows notifications;
    private final MailRows mails;
    private final DigestMatters digests;
    private final NotificationSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    Collector(
            NotificationRows notifications,
            MailRows mails,
            DigestMatters digests,
            NotificationSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.notifications = notifications;
        this.mails = mails;
        this.digests = digests;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    void collect() {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            for (PendingMatter matter : notifications.lockPressing(PRESSING_AT_ONCE)) {
                write(MailForm.SINGLE, List.of(matter), now);
            }
        });
        for (String recipient : digests.recipients(now.minus(settings.digestInterval()))) {
            transaction.executeWithoutResult(status -> {
                List<PendingMatter> matters = digests.lock(recipient);
                if (!matters.isEmpty()) {
                    write(MailForm.DIGEST, matters, now);
                }
            });
        }
    }

    private void write(MailForm form, List<PendingMatter> matters, Instant now) {
        String messageId = UUID.randomUUID() + "@" + settings.messageIdDomain();
        long mail = mails.insert(matters.get(0).recipient(), form, messageId, now);
        notifications.attach(mail, matters);
    }
}
