package org.plazo.notification.web;

import jakarta.mail.MessagingException;
import java.io.IOException;
import org.plazo.notification.NotificationSettings;
import org.plazo.notification.mail.EmlChannel;
import org.plazo.notification.outbox.MailEntry;
import org.plazo.notification.outbox.OutboxQueries;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One mail as it was sent, to read or to download. */
@Controller
class MailPage {

    private static final MediaType MAIL = new MediaType("message", "rfc822");

    private final OutboxQueries outbox;
    private final NotificationReader reader;
    private final NotificationSettings settings;

    MailPage(OutboxQueries outbox, NotificationReader reader, NotificationSettings settings) {
        this.outbox = outbox;
        this.reader = reader;
        this.settings = settings;
    }

    @GetMapping("/notifications/mails/{id}")
    String show(@PathVariable long id, Model model) {
        MailEntry mail = readable(id);
        model.addAttribute("mail", mail);
        model.addAttribute("recipientName", reader.name(mail.recipient()));
        model.addAttribute("rows", reader.of(outbox.ofMail(id)));
        return "notification/mail";
    }

    @GetMapping("/notifications/mails/{id}.eml")
    ResponseEntity<byte[]> download(@PathVariable long id) throws MessagingException, IOException {
        MailEntry mail = readable(id);
        if (!mail.isComposed()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ContentDisposition asFile = ContentDisposition.attachment()
                .filename(EmlChannel.fileName(mail.outgoing()))
                .build();
        return ResponseEntity.ok()
                .contentType(MAIL)
                .header(HttpHeaders.CONTENT_DISPOSITION, asFile.toString())
                .body(EmlChannel.bytes(mail.outgoing(), settings.from()));
    }

    /** A mail of somebody else, or about something hidden, is as unknown as one that does not exist. */
    private MailEntry readable(long id) {
        return outbox.mail(id)
                .filter(reader::mayRead)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
