package org.plazo.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plazo.notification.mail.MailFixture;
import org.plazo.notification.mail.OutgoingMail;
import org.plazo.notification.mail.SendOutcome;
import org.plazo.request.Urgency;

/** What goes into which mail, and when. */
class CollectingIT {

    static List<DataSource> databases() throws Exception {
        return OutboxDatabases.all();
    }

    private final RecordingChannel channel = new RecordingChannel();

    @ParameterizedTest
    @MethodSource("databases")
    void sendsADigestWhenTheFirstMatterHasWaitedForTheInterval(DataSource source) throws Exception {
        var outbox = new OutboxFixture(source);
        outbox.enqueue(outbox.overdueRequest(), "OVERDUE", "handler");
        outbox.clock.advance(Duration.ofMinutes(14));
        outbox.enqueue(outbox.overdueRequest(), "OVERDUE", "handler");
        Drain drain = outbox.drain(channel);

        outbox.clock.set(MailFixture.NOW.plus(Duration.ofMinutes(15)).minusNanos(1_000));
        drain.run();
        assertThat(channel.mails).isEmpty();
        assertThat(outbox.matters()).containsExactly("PENDING", "PENDING");

        outbox.clock.set(MailFixture.NOW.plus(Duration.ofMinutes(15)));
        drain.run();
        assertThat(channel.mails).hasSize(1);
        assertThat(channel.mails.get(0).text()).contains("CU-OUT-2026-0001", "CU-OUT-2026-0002");
        assertThat(outbox.matters()).containsExactly("MAILED", "MAILED");

        drain.run();
        assertThat(channel.mails).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void sendsUrgentMattersAtOnceAndEachAlone(DataSource source) throws Exception {
        var outbox = new OutboxFixture(source);
        outbox.enqueue(outbox.request(Urgency.URGENT, false, MailFixture.NOW), "OVERDUE", "manager");
        outbox.enqueue(outbox.overdueRequest(), "OVERDUE", "manager");
        outbox.enqueue(outbox.request(Urgency.EMERGENCY, false, MailFixture.NOW), "OVERDUE", "manager");
        outbox.drain(channel).run();

        assertThat(channel.mails)
                .extracting(OutgoingMail::subject)
                .containsExactly("Urgent. Cooperation requests: overdue", "Emergency. Cooperation requests: overdue");
        assertThat(outbox.matters()).containsExactly("MAILED", "PENDING", "MAILED");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void writesOneDigestPerPersonInHisLanguageGroupedByStep(DataSource source) throws Exception {
        var outbox = new OutboxFixture(source);
        outbox.user("head", Locale.ENGLISH);
        long first = outbox.overdueRequest();
        long second = outbox.overdueRequest();
        outbox.enqueue(first, "OVERDUE", "handler");
        outbox.enqueue(second, "OVERDUE", "handler");
        outbox.enqueue(outbox.overdueRequest(), "DUE_SOON", "handler");
        outbox.enqueue(first, "MANAGER", "manager");
        outbox.clock.advance(Duration.ofMinutes(15));
        outbox.drain(channel).run();

        assertThat(channel.mails).extracting(OutgoingMail::recipient).containsExactly("handler", "manager");
        assertThat(channel.mails.get(0).subject()).isEqualTo("Solicitudes de cooperación que requieren su atención");
        assertThat(channel.mails.get(0).text())
                .containsSubsequence(
                        "Plazo vencido: respuesta (2)",
                        "CU-OUT-2026-0001",
                        "CU-OUT-2026-0002",
                        "Plazo próximo: respuesta (1)",
                        "CU-OUT-2026-0003");
        assertThat(channel.mails.get(1).subject()).isEqualTo("Cooperation requests: escalated to you as manager");
        assertThat(channel.mails.get(1).address()).isEqualTo("manager@agency.example");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void onlyCountsRestrictedRequests(DataSource source) throws Exception {
        var outbox = new OutboxFixture(source);
        outbox.enqueue(outbox.request(Urgency.URGENT, true, MailFixture.NOW), "OVERDUE", "manager");
        outbox.drain(channel).run();

        OutgoingMail mail = channel.mails.get(0);
        assertThat(mail.subject()).isEqualTo("Plazo: something needs your attention");
        assertThat(mail.text()).contains("One restricted request needs your attention.");
        assertThat(mail.text() + mail.html()).doesNotContain("CU-OUT", "Cybercrime", "Justice", "overdue", "Urgent");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void letsALaterMatterJoinADigestThatHasNotLeft(DataSource source) throws Exception {
        var outbox = new OutboxFixture(source);
        var down = new RecordingChannel(new SendOutcome.ChannelDown(null, "connection refused"));
        outbox.enqueue(outbox.overdueRequest(), "OVERDUE", "handler");
        outbox.clock.advance(Duration.ofMinutes(15));
        outbox.drain(down).run();
        outbox.clock.advance(Duration.ofHours(24));
        outbox.enqueue(outbox.overdueRequest(), "OVERDUE", "handler");
        outbox.drain(down).run();

        assertThat(down.mails).hasSize(2);
        assertThat(down.mails.get(1).text()).contains("CU-OUT-2026-0001", "CU-OUT-2026-0002");
        assertThat(down.mails.get(1).messageId()).isEqualTo(down.mails.get(0).messageId());
        assertThat(outbox.mails()).containsExactly("SENT/null/null/1");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void listsTheLongestOverdueAndCountsTheRest(DataSource source) throws Exception {
        var outbox = new OutboxFixture(source);
        for (int day = 1; day <= 30; day++) {
            long number = outbox.request(Urgency.ROUTINE, false, MailFixture.NOW.minus(Duration.ofDays(day)));
            outbox.enqueue(number, "HEAD", "manager");
        }
        outbox.clock.advance(Duration.ofMinutes(15));
        outbox.drain(channel).run();

        assertThat(channel.mails.get(0).text())
                .contains("(30)", "CU-OUT-2026-0030", "CU-OUT-2026-0006", "5 more are in the register.")
                .doesNotContain("CU-OUT-2026-0005");
    }

    /** As while an import of many requests runs, some of them urgent: nobody gets more than one mail from it. */
    @ParameterizedTest
    @MethodSource("databases")
    void gathersWhatCameDueByAnImportUntilItsEnd(DataSource source) throws Exception {
        var outbox = new OutboxFixture(source);
        outbox.importRuns = true;
        outbox.gather(outbox.request(Urgency.EMERGENCY, false, MailFixture.NOW), "OVERDUE", "manager");
        outbox.gather(outbox.overdueRequest(), "OVERDUE", "manager");
        Drain drain = outbox.drain(channel);
        outbox.clock.advance(Duration.ofHours(1));
        drain.run();
        assertThat(channel.mails).isEmpty();

        outbox.enqueue(outbox.overdueRequest(), "OVERDUE", "manager");
        outbox.clock.advance(Duration.ofMinutes(15));
        drain.run();
        assertThat(channel.mails).as("other matters do not wait").hasSize(1);
        assertThat(channel.mails.get(0).text()).contains("CU-OUT-2026-0003").doesNotContain("CU-OUT-2026-0001");

        outbox.gather(outbox.request(Urgency.URGENT, false, MailFixture.NOW), "OVERDUE", "manager");
        outbox.importRuns = false;
        drain.run();
        drain.run();
        assertThat(channel.mails).hasSize(2);
        assertThat(channel.mails.get(1).text()).contains("CU-OUT-2026-0001", "CU-OUT-2026-0002", "CU-OUT-2026-0004");
    }
}
