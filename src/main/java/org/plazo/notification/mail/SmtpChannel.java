package org.plazo.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Hands one mail to one SMTP server. What tells failures apart: a reply code is the server's word; without one, a mail
 * that was not completely written was not taken, and one that was may have been.
 */
class SmtpChannel implements MailChannel {

    private static final int FIRST_DEFERRAL = 400;
    private static final int FIRST_REFUSAL = 500;

    /** The server wants another login or encryption: no mail would get through. */
    private static final Set<Integer> MISCONFIGURED = Set.of(454, 530, 534, 535, 538);

    private final JavaMailSenderImpl server;
    private final String from;

    SmtpChannel(JavaMailSenderImpl server, String from) {
        this.server = server;
        this.from = from;
    }

    @Override
    public SendOutcome send(OutgoingMail mail) {
        MimeMail message;
        Transport transport;
        try {
            message = new MimeMail(server.getSession(), mail, from);
        } catch (MessagingException notAMail) {
            return new SendOutcome.Refused(0, words(notAMail));
        }
        try {
            transport = connect();
        } catch (MessagingException noConversation) {
            return new SendOutcome.ChannelDown(replyCode(noConversation), words(noConversation));
        }
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new SendOutcome.Sent();
        } catch (MessagingException failure) {
            return classify(failure, message.isWritten());
        } finally {
            close(transport);
        }
    }

    private Transport connect() throws MessagingException {
        String protocol = server.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : server.getProtocol();
        Transport transport = server.getSession().getTransport(protocol);
        transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
        return transport;
    }

    private static SendOutcome classify(MessagingException failure, boolean written) {
        Integer code = replyCode(failure);
        String words = words(failure);
        if (code == null) {
            return written ? new SendOutcome.Unknown(words) : new SendOutcome.Deferred(null, words);
        }
        if (MISCONFIGURED.contains(code)) {
            return new SendOutcome.ChannelDown(code, words);
        }
        return code >= FIRST_REFUSAL ? new SendOutcome.Refused(code, words) : new SendOutcome.Deferred(code, words);
    }

    /** The first reply code of a failing answer in the chain of exceptions; the library uses -1 where there was none. */
    private static @Nullable Integer replyCode(MessagingException failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            int code = 0;
            if (each instanceof SMTPSendFailedException send) {
                code = send.getReturnCode();
            } else if (each instanceof SMTPAddressFailedException address) {
                code = address.getReturnCode();
            } else if (each instanceof SMTPSenderFailedException sender) {
                code = sender.getReturnCode();
            }
            if (code >= FIRST_DEFERRAL) {
                return code;
            }
        }
        return null;
    }

    private static String words(MessagingException failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return deepest.getClass().getSimpleName() + (message == null ? "" : ": " + message.strip());
    }

    /** The outcome is known before; an answer to QUIT changes nothing about it. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException saidNoGoodbye) {
            return;
        }
    }
}
