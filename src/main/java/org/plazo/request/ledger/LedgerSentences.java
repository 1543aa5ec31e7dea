package org.plazo.request.ledger;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Set;
import org.plazo.calendar.LocalizedText;
import org.plazo.request.LedgerAction;
import org.plazo.request.LedgerEntry;
import org.plazo.request.Parties;
import org.plazo.security.Actor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts ledger entries into words, in both languages; times are those of the home side. */
@Component
class LedgerSentences {

    private static final Locale ES = Locale.forLanguageTag("es");
    /** Their sentences say themselves what was there before and after. */
    private static final Set<LedgerAction> SAY_BOTH = Set.of(
            LedgerAction.DEADLINE_OPENED,
            LedgerAction.DEADLINE_MOVED,
            LedgerAction.POLICY_APPLIED,
            LedgerAction.DEADLINE_RESTARTED,
            LedgerAction.DEADLINE_EXTENDED,
            LedgerAction.PROMISED_ANEW,
            LedgerAction.POSTPONED_ANEW,
            LedgerAction.PASSED_ON,
            LedgerAction.EDITED,
            LedgerAction.REASSIGNED,
            LedgerAction.DOCUMENT_ADDED);

    private final MessageSource messages;
    private final LedgerWords words;
    private final Parties parties;

    LedgerSentences(MessageSource messages, LedgerWords words, Parties parties) {
        this.messages = messages;
        this.words = words;
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
                subject == null ? "" : words.subject(entry.action(), subject, locale),
                words.value(entry, entry.from(), locale),
                words.value(entry, entry.to(), locale));
        String from = entry.from();
        String to = entry.to();
        if (from != null && to != null && !SAY_BOTH.contains(entry.action())) {
            what = message(
                    "request.ledger.change",
                    locale,
                    what,
                    words.value(entry, from, locale),
                    words.value(entry, to, locale));
        }
        String reason = entry.reason();
        return message(
                reason == null || reason.isBlank() ? "request.ledger.end" : "request.ledger.reason",
                locale,
                what,
                reason == null ? "" : reason.strip());
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
        return formatter.withLocale(LedgerWords.inDates(locale)).format(local);
    }

    private String message(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
