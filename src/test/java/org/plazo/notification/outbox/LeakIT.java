package org.plazo.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.plazo.notification.NewNotification;
import org.plazo.notification.NotificationSettings;
import org.plazo.notification.Notifications;
import org.plazo.notification.mail.MailFixture;
import org.plazo.request.DeadlineKind;
import org.plazo.request.NewRequest;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.Requests;
import org.plazo.request.Urgency;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Every field that a person types holds a word that nothing else has; none of them may be in a mail or in the log. */
@PlazoIT
@ExtendWith(OutputCaptureExtension.class)
class LeakIT {

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    private static final int REQUESTS = 40;
    private static final Actor HANDLER = new Actor("handler", Set.of(Role.HANDLER), Set.of("handler", "confidential"));

    @Autowired
    private RequestCommands commands;

    @Autowired
    private Requests requests;

    @Autowired
    private RequestDeadlines deadlines;

    @Autowired
    private Notifications notifications;

    @Autowired
    private Collector collector;

    @Autowired
    private Claims claims;

    @Autowired
    private Composing composing;

    @Autowired
    private NotificationSettings settings;

    @Autowired
    private Clock clock;

    private final List<String> canaries = new ArrayList<>();
    private final Set<String> restricted = new HashSet<>();

    @Test
    void noWordThatAnybodyTypedIsInAMailOrInTheLog(CapturedOutput log) throws Exception {
        List<String> references =
                Stream.generate(this::submittedRequest).limit(REQUESTS).toList();
        for (String reference : references) {
            long id = requests.find(reference).orElseThrow().id();
            long deadline =
                    deadlines.find(id, DeadlineKind.REVIEW).orElseThrow().id();
            for (String recipient : List.of("handler", "manager")) {
                notifications.enqueue(new NewNotification(
                        id, deadline, DeadlineKind.REVIEW, 99, "OVERDUE", Urgency.URGENT, recipient));
            }
        }
        new Drain(
                        collector,
                        claims,
                        composing,
                        MailFixture.smtp(SERVER.getSmtp().getPort()),
                        settings,
                        clock)
                .run();

        List<MimeMessage> mails = List.of(SERVER.getReceivedMessages());
        assertThat(mails).as("the test means nothing without mails").hasSizeGreaterThanOrEqualTo(2 * REQUESTS);
        StringBuilder everything = new StringBuilder();
        for (MimeMessage mail : mails) {
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            everything
                    .append(GreenMailUtil.getWholeMessage(mail))
                    .append(mail.getSubject())
                    .append(parts.getBodyPart(0).getContent())
                    .append(parts.getBodyPart(1).getContent());
        }
        assertThat(references).allSatisfy(reference -> assertThat(everything.indexOf(reference) >= 0)
                .as(reference)
                .isNotEqualTo(restricted.contains(reference)));
        everything.append(log.getAll());
        assertThat(canaries).hasSize(REQUESTS * 7).allSatisfy(canary -> assertThat(everything.indexOf(canary))
                .as(canary)
                .isNegative());
    }

    private String submittedRequest() {
        boolean confidential = canaries.size() % 2 == 1;
        String reference = commands.create(
                new NewRequest(
                        "INFORMATION",
                        "MININT",
                        "DHS",
                        "MOU_2017",
                        "DRUGS",
                        canary("label"),
                        canary("facts"),
                        canary("purpose"),
                        List.of(canary("measure"), canary("measure")),
                        Urgency.URGENT,
                        canary("reason"),
                        confidential ? "CONFIDENTIAL" : null,
                        LocalDate.of(2026, 1, 5),
                        null,
                        canary("theirs"),
                        null),
                HANDLER);
        commands.submit(reference, HANDLER);
        if (confidential) {
            restricted.add(reference);
        }
        return reference;
    }

    private String canary(String field) {
        String word = "zzcanary" + field + canaries.size();
        canaries.add(word);
        return word;
    }
}
