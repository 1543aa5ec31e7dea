package org.plazo.notification.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.notification.NotificationSettings;
import org.plazo.notification.mail.MailAddress;
import org.plazo.notification.mail.MailComposer;
import org.plazo.notification.mail.MailModel;
import org.plazo.notification.mail.OutgoingMail;
import org.plazo.notification.outbox.OpenMatters.OpenMatter;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.springframework.stereotype.Component;

/** Makes a mail out of what its recipient is to be told now, at his present address and in his language. */
@Component
class Composing {

    /** Either a mail to be sent or the reason why there is none. */
    record Result(@Nullable OutgoingMail mail, @Nullable Ending ending) {}

    private final OpenMatters openMatters;
    private final UserDirectory users;
    private final MailComposer composer;
    private final NotificationSettings settings;
    private final Clock clock;

    Composing(
            OpenMatters openMatters,
            UserDirectory users,
            MailComposer composer,
            NotificationSettings settings,
            Clock clock) {
        this.openMatters = openMatters;
        this.users = users;
        this.composer = composer;
        this.settings = settings;
        this.clock = clock;
    }

    Result compose(ClaimedMail mail, List<PendingMatter> matters) {
        Instant now = clock.instant();
        UserProfile user = users.find(mail.recipient()).orElse(null);
        List<OpenMatter> open = openMatters.sift(matters, user, now);
        if (open.isEmpty()) {
            return new Result(null, Ending.empty(mail, now));
        }
        if (user == null) {
            return new Result(null, Ending.dead(Failure.NO_SUCH_USER, now));
        }
        String address = user.email();
        if (address == null || address.isBlank()) {
            return new Result(null, Ending.dead(Failure.NO_ADDRESS, now));
        }
        if (!MailAddress.isUsable(address, settings.allowedDomains())) {
            return new Result(null, Ending.dead(Failure.BAD_ADDRESS, now));
        }
        MailModel model = MailContents.model(user.language(), mail.form(), open, settings.listedPerSection(), now);
        MailComposer.Composed content = composer.compose(model);
        return new Result(
                new OutgoingMail(
                        mail.id(),
                        mail.recipient(),
                        mail.messageId(),
                        address,
                        user.language(),
                        content.subject(),
                        content.text(),
                        content.html(),
                        mail.createdAt(),
                        now),
                null);
    }
}
