package org.plazo.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plazo.notification.mail.ScriptedSmtpServer.DROP;
import static org.plazo.notification.mail.ScriptedSmtpServer.SILENCE;

import java.net.ServerSocket;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.notification.mail.SendOutcome.ChannelDown;
import org.plazo.notification.mail.SendOutcome.Deferred;
import org.plazo.notification.mail.SendOutcome.Refused;
import org.plazo.notification.mail.SendOutcome.Sent;
import org.plazo.notification.mail.SendOutcome.Unknown;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Each way in which a server can fail, and what it means for the mail. */
class SmtpChannelTest {

    private static final int TIMEOUT = 400;

    @Test
    void sendsWhatAProperServerTakes() throws Exception {
        try (var server = new ScriptedSmtpServer(Map.of())) {
            assertThat(send(server)).isEqualTo(new Sent());
            assertThat(server.mails).hasSize(1);
        }
    }

    /** A server that says no good-bye has taken the mail all the same. */
    @ParameterizedTest
    @CsvSource({"drop", "silence", "500 what?"})
    void doesNotMindAMissingGoodbye(String answer) throws Exception {
        try (var server = new ScriptedSmtpServer(Map.of("QUIT", answer))) {
            assertThat(send(server)).isEqualTo(new Sent());
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL,451", "MAIL,421", "RCPT,450", "RCPT,452", "DATA,451", ".,452"})
    void defersWhatTheServerDoesNotTakeNow(String command, int code) throws Exception {
        try (var server = new ScriptedSmtpServer(Map.of(command, code + " not now"))) {
            assertThat(send(server)).isInstanceOfSatisfying(Deferred.class, outcome -> {
                assertThat(outcome.code()).isEqualTo(code);
                assertThat(outcome.text()).contains("not now");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"RCPT,550", "RCPT,553", "MAIL,552", "DATA,554", ".,554"})
    void refusesForGoodWhatTheServerWillNeverTake(String command, int code) throws Exception {
        try (var server = new ScriptedSmtpServer(Map.of(command, code + " never"))) {
            assertThat(send(server)).isInstanceOfSatisfying(Refused.class, outcome -> assertThat(outcome.code())
                    .isEqualTo(code));
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL,drop", "RCPT,drop", "RCPT,silence", "DATA,drop", "DATA,silence"})
    void defersWhenTheConversationBreaksOffBeforeTheMailWasHandedOver(String command, String answer) throws Exception {
        try (var server = new ScriptedSmtpServer(Map.of(command, answer))) {
            assertThat(send(server)).isInstanceOfSatisfying(Deferred.class, outcome -> assertThat(outcome.code())
                    .isNull());
            assertThat(server.mails).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({SILENCE, DROP})
    void doesNotKnowWhenNoAnswerComesToTheWholeMail(String answer) throws Exception {
        try (var server = new ScriptedSmtpServer(Map.of(".", answer))) {
            assertThat(send(server)).isInstanceOf(Unknown.class);
            assertThat(server.mails).as("the server has it").hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"CONNECT,421 busy", "CONNECT,hello there", "CONNECT,silence", "CONNECT,drop", "MAIL,530 log in first"})
    void knowsThatTheChannelIsDown(String command, String answer) throws Exception {
        try (var server = new ScriptedSmtpServer(Map.of(command, answer))) {
            assertThat(send(server)).isInstanceOf(ChannelDown.class);
        }
    }

    @Test
    void knowsThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket unused = new ServerSocket(0)) {
            port = unused.getLocalPort();
        }
        assertThat(new SmtpChannel(sender(port), "plazo@plazo.example").send(mail()))
                .isInstanceOf(ChannelDown.class);
    }

    @Test
    void doesNotTryWithoutTheEncryptionThatIsRequired() throws Exception {
        try (var server = new ScriptedSmtpServer(Map.of())) {
            JavaMailSenderImpl sender = sender(server.port());
            sender.getJavaMailProperties().put("mail.smtp.starttls.enable", "true");
            sender.getJavaMailProperties().put("mail.smtp.starttls.required", "true");

            assertThat(new SmtpChannel(sender, "plazo@plazo.example").send(mail()))
                    .isInstanceOf(ChannelDown.class);
            assertThat(server.mails).isEmpty();
        }
    }

    private static SendOutcome send(ScriptedSmtpServer server) {
        return new SmtpChannel(sender(server.port()), "plazo@plazo.example").send(mail());
    }

    static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", Integer.toString(TIMEOUT));
        sender.getJavaMailProperties().put("mail.smtp.timeout", Integer.toString(TIMEOUT));
        sender.getJavaMailProperties().put("mail.smtp.writetimeout", Integer.toString(TIMEOUT));
        return sender;
    }

    static OutgoingMail mail() {
        return new OutgoingMail(
                7,
                "handler",
                "0f0e@plazo.example",
                "handler@agency.example",
                Locale.ENGLISH,
                "Cooperation requests: overdue",
                "text\n",
                "<p>text</p>",
                MailFixture.NOW,
                MailFixture.NOW);
    }
}
