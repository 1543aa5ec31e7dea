package org.plazo.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.plazo.notification.mail.MailFixture;
import org.plazo.request.Urgency;

/** A digest in each language as it arrives from a real SMTP conversation, compared whole. */
class MailOverSmtpIT {

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    private OutboxFixture outbox;

    @BeforeEach
    void start() throws Exception {
        outbox = new OutboxFixture(OutboxDatabases.h2());
    }

    @Test
    void bringsADigestInSpanish() throws Exception {
        MimeMessage mail = digestFor("handler");

        assertThat(mail.getSubject()).isEqualTo("Solicitudes de cooperación que requieren su atención");
        assertThat(text(mail, 0)).isEqualTo(expected("digest_es.txt"));
        assertThat(text(mail, 1)).isEqualTo(expected("digest_es.html"));
    }

    @Test
    void bringsADigestInEnglish() throws Exception {
        MimeMessage mail = digestFor("manager");

        assertThat(mail.getSubject()).isEqualTo("Cooperation requests that need your attention");
        assertThat(text(mail, 0)).isEqualTo(expected("digest_en.txt"));
        assertThat(text(mail, 1)).isEqualTo(expected("digest_en.html"));
    }

    @Test
    void hasTheseHeadersAndNoOthers() throws Exception {
        MimeMessage mail = digestFor("handler");
        String messageId = outbox.jdbc
                .sql("select message_id from mail")
                .query(String.class)
                .single();

        Set<String> headers = new TreeSet<>();
        for (Header header : Collections.list(mail.getAllHeaders())) {
            headers.add(header.getName() + ": "
                    + header.getValue().replaceAll("boundary=.*|\\s+", " ").strip());
        }
        headers.removeIf(header -> header.startsWith("Received:") || header.startsWith("Return-Path:"));
        assertThat(headers)
                .containsExactly(
                        "Auto-Submitted: auto-generated",
                        "Content-Language: es",
                        "Content-Type: multipart/alternative;",
                        "Date: Fri, 24 Apr 2026 16:15:00 +0000",
                        "From: plazo@plazo.example",
                        "MIME-Version: 1.0",
                        "Message-ID: <" + messageId + ">",
                        "Subject: =?UTF-8?Q?Solicitudes_de_cooperaci=C3=B3n_que_requieren_su_atenci=C3=B3n?=",
                        "To: handler@agency.example",
                        "X-Auto-Response-Suppress: All");
        assertThat(messageId).matches("[0-9a-f-]{36}@plazo\\.example");
    }

    private MimeMessage digestFor(String recipient) throws Exception {
        outbox.enqueue(overdueFor(Duration.ofDays(14), Urgency.ROUTINE), "MANAGER", recipient);
        outbox.enqueue(overdueFor(Duration.ofHours(19), Urgency.ROUTINE), "OVERDUE", recipient);
        outbox.enqueue(overdueFor(Duration.ofDays(3).negated(), Urgency.ROUTINE), "DUE_SOON", recipient);
        outbox.enqueue(outbox.request(Urgency.ROUTINE, true, MailFixture.NOW), "OVERDUE", recipient);
        outbox.clock.advance(Duration.ofMinutes(15));
        outbox.drain(MailFixture.smtp(SERVER.getSmtp().getPort())).run();

        assertThat(outbox.mails()).containsExactly("SENT/null/null/1");
        List<MimeMessage> received = List.of(SERVER.getReceivedMessages());
        assertThat(received).hasSize(1);
        return received.get(0);
    }

    private long overdueFor(Duration age, Urgency urgency) {
        return outbox.request(urgency, false, MailFixture.NOW.minus(age));
    }

    private static String text(MimeMessage mail, int part) throws Exception {
        BodyPart body = ((MimeMultipart) mail.getContent()).getBodyPart(part);
        assertThat(body.getContentType())
                .isEqualTo(part == 0 ? "text/plain; charset=UTF-8" : "text/html; charset=UTF-8");
        return body.getContent().toString().replace("\r\n", "\n");
    }

    private static String expected(String file) throws Exception {
        try (var in = MailOverSmtpIT.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
