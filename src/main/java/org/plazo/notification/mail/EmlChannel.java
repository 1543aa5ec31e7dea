package org.plazo.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;

/**
 * Writes each mail into a file that any mail program opens: the way out when no SMTP server is configured. The name is
 * the mail's time (UTC), recipient and id, so that a repeated attempt replaces the file and makes no second one.
 */
public class EmlChannel implements MailChannel {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final String from;

    EmlChannel(Path folder, String from) {
        this.folder = folder;
        this.from = from;
    }

    @Override
    public SendOutcome send(OutgoingMail mail) {
        try {
            Files.createDirectories(folder);
            write(folder.resolve(fileName(mail)), bytes(mail, from));
            return new SendOutcome.Sent();
        } catch (MessagingException notAMail) {
            return new SendOutcome.Refused(0, String.valueOf(notAMail.getMessage()));
        } catch (IOException notWritable) {
            return new SendOutcome.ChannelDown(null, notWritable.toString());
        }
    }

    /** The mail as such a file. */
    public static byte[] bytes(OutgoingMail mail, String from) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MimeMail(Session.getInstance(new Properties()), mail, from).writeTo(out);
        return out.toByteArray();
    }

    public static String fileName(OutgoingMail mail) {
        String recipient = mail.recipient().replaceAll("[^A-Za-z0-9_-]", "_");
        return TIME.format(mail.createdAt()) + "-" + recipient + "-" + mail.id() + ".eml";
    }

    /** Nobody ever sees half a file under its name. */
    private static void write(Path file, byte[] content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileChannel out = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
