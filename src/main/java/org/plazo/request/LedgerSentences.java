package org.plazo.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plazo.calendar.LocalizedText;
import org.plazo.security.Actor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts ledger entries into words, in both languages; times are those of the home side. */
@Component
class LedgerSentences {

    private static final Locale ES = Locale.forLanguageTag("es");
    private static final Set<LedgerAction> ABOUT_DATES =
            Set.of(LedgerAction.DEADLINE_OPENED, LedgerAction.DEADLINE_MOVED, LedgerAction.DEADLINE_RESTARTED);
    /** Their sentences say themselves what was there before and after. */
    private static final Set<LedgerAction> SAY_BOTH = Set.of(
            LedgerAction.DEADLINE_OPENED,
            LedgerAction.DEADLINE_MOVED,
            LedgerAction.DEADLINE_RESTARTED,
            LedgerAction.EDITED,
            LedgerAction.REASSIGNED,
            LedgerAction.MEASURE_SETTLED,
            LedgerAction.DOCUMENT_ADDED);

    private final MessageSource messages;
    private final Parties parties;

    LedgerSentences(MessageSource messages, Parties parties) {
        this.messages = messages;
        this.parties = parties;
    }

    LedgerEntry tell(Ledger.Stored stored) {
        Ledger.Entry entry = stored.entry();
        return new LedgerEntry(
                stored.id(),
                stored.recordedAt(),
                entry.effectiveAt(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.from(),
                entry.to(),
                entry.reason(),
                new LocalizedText(sentence(entry, ES), sentence(entry, Locale.ENGLISH)));
    }

    private String sentence(Ledger.Entry entry, Locale locale) {
        String subject = entry.subject();
        String plain = "request.ledger." + entry.action();
        String key = subject == null ? plain : plain + ".about";
        String what = message(
                key,
                locale,
                actor(entry.actor(), locale),
                time(entry.effectiveAt(), locale),
                subject == null ? "" : subject(entry.action(), subject, locale),
                value(entry, entry.from(), locale),
                value(entry, entry.to(), locale));
        String from = entry.from();
        String to = entry.to();
        if (from != null && to != null && !SAY_BOTH.contains(entry.action())) {
            what = message("request.ledger.change", locale, what, value(entry, from, locale), value(entry, to, locale));
        }
        String reason = entry.reason();
        return message(
                reason == null || reason.isBlank() ? "request.ledger.end" : "request.ledger.reason",
                locale,
                what,
                reason == null ? "" : reason.strip());
    }

    private String subject(LedgerAction action, String subject, Locale locale) {
        return switch (action) {
            case DISPATCHED -> parties.channelName(subject).in(locale);
            case ASSESSED -> named("request.assessment.", subject, locale);
            case OUTWARD_STEP -> named("request.step.", subject, locale);
            case ESCALATED, ESCALATION_SKIPPED -> {
                int dot = subject.indexOf('.');
                yield message(
                        "request.ledger.stepOf",
                        locale,
                        named("request.step.", subject.substring(dot + 1), locale),
                        named("request.deadline.", subject.substring(0, Math.max(dot, 0)), locale));
            }
            case DEADLINE_OPENED, DEADLINE_MOVED, DEADLINE_STOPPED, DEADLINE_RESTARTED ->
                named("request.deadline.", subject, locale);
            default -> subject;
        };
    }

    private String value(Ledger.Entry entry, @Nullable String value, Locale locale) {
        if (value == null) {
            return "";
        }
        if (ABOUT_DATES.contains(entry.action())) {
            return LocalDate.parse(value)
                    .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(inDates(locale)));
        }
        return named("request.lifecycle.", value, locale);
    }

    private String actor(String userId, Locale locale) {
        return userId.equals(Actor.SYSTEM.userId()) ? message("request.ledger.system", locale) : userId;
    }

    /** An instant that is midnight on the home side was given as a date, and is told as one. */
    private String time(Instant instant, Locale locale) {
        ZonedDateTime local = instant.atZone(parties.home().zone());
        DateTimeFormatter formatter = local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT);
        return formatter.withLocale(inDates(locale)).format(local);
    }

    /** English dates are written day first, with 24 hours, as in mails and in the explanations of dates. */
    private static Locale inDates(Locale locale) {
        return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    }

    /** The words for a code; a code that the bundles do not know stands for itself. */
    private String named(String prefix, String code, Locale locale) {
        String words = messages.getMessage(prefix + code, null, code, locale);
        return words == null ? code : words;
    }

    private String message(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
