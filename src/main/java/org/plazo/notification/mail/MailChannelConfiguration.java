package org.plazo.notification.mail;

import java.nio.file.Path;
import org.plazo.notification.NotificationSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** SMTP where {@code spring.mail.host} is set, files where it is not. */
@Configuration(proxyBeanMethods = false)
class MailChannelConfiguration {

    @Bean
    MailChannel mailChannel(
            ObjectProvider<JavaMailSenderImpl> server,
            NotificationSettings settings,
            @Value("${plazo.data-dir}") Path dataDir) {
        JavaMailSenderImpl configured = server.getIfAvailable();
        if (configured == null) {
            return new EmlChannel(dataDir.resolve("mail"), settings.from());
        }
        if (settings.from().endsWith("@localhost")) {
            throw new IllegalStateException(
                    "plazo.notification.from must be set when spring.mail.host is set: an address"
                            + " whose mailbox receives what cannot be delivered");
        }
        return new SmtpChannel(configured, settings.from());
    }
}
