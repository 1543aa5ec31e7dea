package org.plazo.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plazo.notification.mail.SendOutcome.ChannelDown;
import org.plazo.notification.mail.SendOutcome.Sent;

class EmlChannelTest {

    @TempDir
    private Path folder;

    @Test
    void writesAFileThatMailProgramsOpen() throws Exception {
        Path mails = folder.resolve("data/mail");
        assertThat(new EmlChannel(mails, "plazo@plazo.example").send(SmtpChannelTest.mail()))
                .isEqualTo(new Sent());

        assertThat(names(mails)).containsExactly("20260424T160000Z-handler-7.eml");
        try (var in = Files.newInputStream(mails.resolve("20260424T160000Z-handler-7.eml"))) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            assertThat(message.getSubject()).isEqualTo("Cooperation requests: overdue");
            assertThat(message.getMessageID()).isEqualTo("<0f0e@plazo.example>");
            assertThat(message.getSentDate()).isEqualTo(MailFixture.NOW);
            assertThat(message.getContentType()).startsWith("multipart/alternative");
        }
    }

    @Test
    void replacesTheFileWhenTheMailIsSentOnceMore() throws Exception {
        EmlChannel channel = new EmlChannel(folder, "plazo@plazo.example");
        channel.send(SmtpChannelTest.mail());
        channel.send(SmtpChannelTest.mail());

        assertThat(names(folder)).hasSize(1);
    }

    @Test
    void keepsAUserIdOutOfThePath() {
        OutgoingMail mail = SmtpChannelTest.mail();
        OutgoingMail odd = new OutgoingMail(
                mail.id(),
                "../../etc/x:y",
                "a@b",
                "x@agency.example",
                Locale.ENGLISH,
                "s",
                "t",
                "h",
                mail.createdAt(),
                mail.date());

        assertThat(EmlChannel.fileName(odd)).isEqualTo("20260424T160000Z-______etc_x_y-7.eml");
    }

    @Test
    void tellsThatTheFolderCannotBeWritten() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(new EmlChannel(file.resolve("mail"), "plazo@plazo.example").send(SmtpChannelTest.mail()))
                .isInstanceOf(ChannelDown.class);
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
