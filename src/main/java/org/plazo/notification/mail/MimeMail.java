package org.plazo.notification.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail as MIME: text with an HTML alternative. Header values come from configuration, bundles and the user directory
 * only; nothing that somebody typed about a case reaches a header.
 */
public final class MimeMail extends MimeMessage {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final String messageId;
    private boolean written;

    public MimeMail(Session session, OutgoingMail mail, String from) throws MessagingException {
        super(session);
        this.messageId = "<" + mail.messageId() + ">";
        setFrom(new InternetAddress(from, true));
        setRecipient(Message.RecipientType.TO, new InternetAddress(mail.address(), true));
        setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        setHeader("Date", DATE.format(mail.date()));
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("X-Auto-Response-Suppress", "All");
        setHeader("Content-Language", mail.language().toLanguageTag());
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(mail.text(), "plain", mail.language()));
        alternatives.addBodyPart(part(mail.html(), "html", mail.language()));
        setContent(alternatives);
        saveChanges();
    }

    private static MimeBodyPart part(String content, String subtype, Locale language) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, StandardCharsets.UTF_8.name(), subtype);
        part.setHeader("Content-Language", language.toLanguageTag());
        // whatever the content, so that no relay has a reason to touch it
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    /** Keeps the one fixed when the mail's row was written. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignoredHeaders) throws IOException, MessagingException {
        super.writeTo(out, ignoredHeaders);
        written = true;
    }

    /** Whether the whole message has been handed over; if so, a missing answer means that it may have been taken. */
    boolean isWritten() {
        return written;
    }
}
