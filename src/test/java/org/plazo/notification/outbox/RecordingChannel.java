package org.plazo.notification.outbox;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.plazo.notification.mail.MailChannel;
import org.plazo.notification.mail.OutgoingMail;
import org.plazo.notification.mail.SendOutcome;

/** Keeps what it was given, and answers as told, afterwards with success. */
final class RecordingChannel implements MailChannel {

    final List<OutgoingMail> mails = new CopyOnWriteArrayList<>();
    private final Queue<SendOutcome> answers = new ArrayDeque<>();

    RecordingChannel(SendOutcome... answers) {
        this.answers.addAll(Arrays.asList(answers));
    }

    @Override
    public synchronized SendOutcome send(OutgoingMail mail) {
        mails.add(mail);
        return answers.isEmpty() ? new SendOutcome.Sent() : answers.remove();
    }
}
