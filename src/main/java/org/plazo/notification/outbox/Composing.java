package org.plazo.notification.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plazo.notification.NotificationSettings;
import org.plazo.notification.mail.MailAddress;
import org.plazo.notification.mail.MailComposer;
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
    private final Notices notices;
    private final UserDirectory users;
    private final MailComposer composer;
    private final NotificationSettings settings;
    private final Clock clock;

    Composing(
            OpenMatters openMatters,
            Notices notices,
            UserDirectory users,
            MailComposer composer,
            NotificationSettings settings,
            Clock clock) {
        this.openMatters = openMatters;
        this.notices = notices;
        this.users = users;
        this.composer = composer;
        this.settings = settings;
        this.clock = clock;
    }

    Result compose(ClaimedMail mail, List<PendingMatter> matters) {
        Instant now = clock.instant();
        UserProfile user = users.find(mail.recipient()).orElse(null);
        Function<UserProfile, MailComposer.Composed> content = content(mail, matters, user, now);
        if (content == null) {
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
        MailComposer.Composed composed = content.apply(user);
        return new Result(
                new OutgoingMail(
                        mail.id(),
                        mail.recipient(),
                        mail.messageId(),
                        address,
                        user.language(),
                        composed.subject(),
                        composed.text(),
                        composed.html(),
                        mail.createdAt(),
                        now),
                null);
    }

    /** Null if nothing is left to tell. */
    private @Nullable Function<UserProfile, MailComposer.Composed> content(
            ClaimedMail mail, List<PendingMatter> matters, @Nullable UserProfile user, Instant now) {
        if (mail.form() == MailForm.NOTICE) {
            return notices.stillWaiting(mail.id(), user)
                    .<Function<UserProfile, MailComposer.Composed>>map(
                            topic -> reader -> composer.compose(reader.language(), topic))
                    .orElse(null);
        }
        List<OpenMatter> open = openMatters.sift(matters, user, now);
        return open.isEmpty()
                ? null
                : reader -> composer.compose(
                        MailContents.model(reader.language(), mail.form(), open, settings.listedPerSection(), now));
    }
}
