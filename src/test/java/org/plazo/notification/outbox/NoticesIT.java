package org.plazo.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plazo.notification.WaitingDecision.Topic;
import org.plazo.notification.mail.MailFixture;
import org.plazo.notification.mail.OutgoingMail;
import org.plazo.security.UserProfile;

/** Administrators learn by mail of what waits for them, each once of each version. */
class NoticesIT {

    private final RecordingChannel channel = new RecordingChannel();

    static List<DataSource> databases() throws IOException {
        return OutboxDatabases.all();
    }

    private static OutboxFixture outbox(DataSource database) throws Exception {
        OutboxFixture outbox = new OutboxFixture(database);
        outbox.administrator("admin", Locale.ENGLISH);
        outbox.administrator("jefa", MailFixture.SPANISH);
        return outbox;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void tellEachAdministratorOnceInHisLanguageAndNobodyElse(DataSource database) throws Exception {
        OutboxFixture outbox = outbox(database);
        outbox.notices().write();
        outbox.drain(channel).run();
        assertThat(channel.mails).isEmpty();

        outbox.waiting.put(Topic.CALENDARS, "one");
        for (int i = 0; i < 3; i++) {
            outbox.notices().write();
            outbox.drain(channel).run();
        }
        assertThat(channel.mails).extracting(OutgoingMail::recipient).containsExactlyInAnyOrder("admin", "jefa");
        OutgoingMail english = mailTo("admin");
        assertThat(english.subject()).isEqualTo("Plazo: a changed calendar waits for your decision");
        assertThat(english.text()).isEqualTo("""
                A changed calendar waits for your decision

                A file of the calendars says something else than what is in force. Nothing has moved. The page shows \
                which running deadlines would move, from what to what; it counts when an administrator puts it in force, \
                with a reason.

                Open the calendars: https://plazo.example/calendars

                --\s
                Plazo wrote this mail by itself; nobody reads replies. It comes once to each administrator.
                """);
        assertThat(mailTo("jefa").html())
                .contains("Un calendario modificado espera su decisión", "https://plazo.example/calendars")
                .doesNotContain("??");

        outbox.waiting.put(Topic.CALENDARS, "another");
        outbox.waiting.put(Topic.POLICIES, "one");
        outbox.notices().write();
        outbox.drain(channel).run();
        assertThat(channel.mails).hasSize(6);
        assertThat(channel.mails)
                .extracting(OutgoingMail::subject)
                .contains("Plazo: plazos o pasos modificados esperan su decisión");
        assertThat(outbox.mails()).containsOnly("SENT/null/null/1");
    }

    private OutgoingMail mailTo(String recipient) {
        return channel.mails.stream()
                .filter(mail -> mail.recipient().equals(recipient))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void sayNothingOfWhatWasDecidedMeanwhileOrToWhoIsNoAdministratorAnyMore(DataSource database) throws Exception {
        OutboxFixture outbox = outbox(database);
        outbox.waiting.put(Topic.CALENDARS, "one");
        outbox.waiting.put(Topic.POLICIES, "one");
        outbox.notices().write();
        outbox.waiting.remove(Topic.CALENDARS);
        UserProfile before = outbox.users.get("jefa");
        outbox.users.put("jefa", new UserProfile("jefa", "jefa", before.email(), before.language(), Set.of()));
        outbox.drain(channel).run();
        assertThat(channel.mails).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo("admin");
            assertThat(mail.text()).contains("https://plazo.example/policies");
        });
        assertThat(outbox.mails().stream().filter("EMPTY/null/null/0"::equals)).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void areWrittenOnceByTwoNodesAtOnce(DataSource database) throws Exception {
        OutboxFixture outbox = outbox(database);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            for (int version = 0; version < 10; version++) {
                outbox.waiting.put(Topic.POLICIES, "version " + version);
                Callable<Void> node = () -> {
                    outbox.notices().write();
                    return null;
                };
                for (var answer : nodes.invokeAll(List.of(node, node, node, node))) {
                    answer.get();
                }
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(outbox.mails()).hasSize(20);
    }
}
