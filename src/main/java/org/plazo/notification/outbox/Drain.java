package org.plazo.notification.outbox;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plazo.notification.NotificationSettings;
import org.plazo.notification.mail.MailChannel;
import org.plazo.notification.mail.SendOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Empties the outbox. Any number of threads and nodes may run it at the same time; a mail is claimed by one of them, sent
 * outside of any transaction, and only then is the outcome written.
 */
@Component
public class Drain {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    private static final int MAILS_PER_RUN = 500;

    private final Collector collector;
    private final Claims claims;
    private final Composing composing;
    private final MailChannel channel;
    private final NotificationSettings settings;
    private final Clock clock;

    Drain(
            Collector collector,
            Claims claims,
            Composing composing,
            MailChannel channel,
            NotificationSettings settings,
            Clock clock) {
        this.collector = collector;
        this.claims = claims;
        this.composing = composing;
        this.channel = channel;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends what is due now. Returns when nothing more is, or when the channel is down. */
    public void run() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("mails are not sent inside a transaction");
        }
        collector.collect();
        claims.recover();
        for (int sent = 0; sent < MAILS_PER_RUN; sent++) {
            Optional<ClaimedMail> mail = claims.next();
            if (mail.isEmpty() || !attempt(mail.get())) {
                return;
            }
        }
    }

    /** False if the channel is down. */
    private boolean attempt(ClaimedMail mail) {
        SendOutcome outcome = send(mail);
        if (outcome == null) {
            return true;
        }
        claims.finish(mail, Ending.of(outcome, mail, settings, clock.instant()));
        return !(outcome instanceof SendOutcome.ChannelDown);
    }

    /** One mail that cannot be composed must not stand in the way of all others: it counts as deferred. */
    private @Nullable SendOutcome send(ClaimedMail mail) {
        Composing.Result prepared;
        try {
            prepared = claims.prepare(mail, composing);
        } catch (RuntimeException defect) {
            LOG.error("Mail {} cannot be composed; it is tried again later", mail.id(), defect);
            return new SendOutcome.Deferred(null, defect.getClass().getSimpleName());
        }
        return prepared.mail() == null ? null : channel.send(prepared.mail());
    }
}
