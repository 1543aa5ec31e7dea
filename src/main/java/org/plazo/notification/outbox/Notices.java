package org.plazo.notification.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plazo.notification.NotificationSettings;
import org.plazo.notification.WaitingDecision;
import org.plazo.notification.WaitingDecision.Topic;
import org.plazo.notification.outbox.NoticeRows.Notice;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells administrators of what waits for them: each of them once of each version, by a mail of its own. */
@Component
class Notices {

    private final List<WaitingDecision> decisions;
    private final NoticeRows rows;
    private final MailRows mails;
    private final UserDirectory users;
    private final NotificationSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    Notices(
            List<WaitingDecision> decisions,
            NoticeRows rows,
            MailRows mails,
            UserDirectory users,
            NotificationSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.decisions = List.copyOf(decisions);
        this.rows = rows;
        this.mails = mails;
        this.users = users;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Writes the mails that are not written yet. */
    void write() {
        for (WaitingDecision decision : decisions) {
            decision.version()
                    .map(version -> new Notice(decision.topic(), version))
                    .ifPresent(
                            notice -> users.inRole(Role.ADMIN).forEach(administrator -> write(notice, administrator)));
        }
    }

    private void write(Notice notice, UserProfile administrator) {
        if (rows.isTold(notice, administrator.id())) {
            return;
        }
        Instant now = clock.instant();
        String messageId = UUID.randomUUID() + "@" + settings.messageIdDomain();
        try {
            transaction.executeWithoutResult(status -> {
                long mail = mails.insert(administrator.id(), MailForm.NOTICE, messageId, now);
                rows.insert(notice, administrator.id(), mail, now);
            });
        } catch (DuplicateKeyException writtenByAnotherNode) {
            // and the mail with it
        }
    }

    /** What a mail tells of; empty if it waits no more, is another version by now, or is no business of the recipient any more. */
    Optional<Topic> stillWaiting(long mail, @Nullable UserProfile recipient) {
        if (recipient == null || !recipient.roles().contains(Role.ADMIN)) {
            return Optional.empty();
        }
        return rows.ofMail(mail).filter(this::isWaiting).map(Notice::topic);
    }

    private boolean isWaiting(Notice notice) {
        return decisions.stream()
                .filter(decision -> decision.topic() == notice.topic())
                .flatMap(decision -> decision.version().stream())
                .anyMatch(notice.version()::equals);
    }
}
