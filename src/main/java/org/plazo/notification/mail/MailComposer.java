package org.plazo.notification.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.plazo.calendar.BusinessCalendar;
import org.plazo.calendar.CalendarVersions;
import org.plazo.notification.WaitingDecision;
import org.plazo.request.Parties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Makes subject, text and HTML of a mail. The templates are part of the program; an admin edits words, not templates. */
@Component
public class MailComposer {

    /** A mail's content. */
    public record Composed(String subject, String text, String html) {}

    private final MessageSource bundles;
    private final Parties parties;
    private final CalendarVersions calendars;
    private final String baseUrl;
    private final SpringTemplateEngine templates;

    MailComposer(
            MessageSource bundles,
            Parties parties,
            CalendarVersions calendars,
            @Value("${plazo.base-url}") String baseUrl) {
        this.bundles = bundles;
        this.parties = parties;
        this.calendars = calendars;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
        // not a bean: the pages have an engine of their own
        this.templates = new SpringTemplateEngine();
        templates.setTemplateEngineMessageSource(bundles);
        templates.addTemplateResolver(resolver(".html", TemplateMode.HTML));
        templates.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
    }

    public Composed compose(MailModel model) {
        BusinessCalendar businessDays =
                calendars.inForce().together(List.of(parties.home().calendar()));
        MailWords words = new MailWords(bundles, parties, businessDays, baseUrl, model);
        Context context = new Context(model.language(), Map.of("mail", model, "words", words));
        return new Composed(
                words.subject(),
                tidied(templates.process("escalation.txt", context)),
                templates.process("escalation.html", context));
    }

    /** A mail about something that waits for administrators; it says where, and nothing of what it is. */
    public Composed compose(Locale language, WaitingDecision.Topic topic) {
        String link = baseUrl + "/" + topic.name().toLowerCase(Locale.ROOT);
        Context context = new Context(language, Map.of("topic", topic, "link", link, "language", language));
        return new Composed(
                bundles.getMessage("notification.mail.notice.subject." + topic, null, language),
                tidied(templates.process("notice.txt", context)),
                templates.process("notice.html", context));
    }

    /** The tags of a text template leave empty lines behind. */
    private static String tidied(String text) {
        return text.strip().replaceAll("\\n{3,}", "\n\n") + "\n";
    }

    private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.setResolvablePatterns(Set.of("*" + suffix));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setCheckExistence(false);
        return resolver;
    }
}
