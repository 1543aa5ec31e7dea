package org.plazo.deadline.reckoning;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.plazo.calendar.ClosedBy;
import org.plazo.calendar.LocalizedText;
import org.plazo.deadline.LimitUnit;

/** The sentences of an explanation in both languages, from {@code messages/deadline}. */
public final class Wording {

    private static final Language SPANISH = Language.of(Locale.forLanguageTag("es"), Locale.forLanguageTag("es"));

    /** The neutral root bundle is English: so the machine's own language plays no part. */
    private static final Language ENGLISH = Language.of(Locale.ROOT, Locale.ENGLISH);

    private Wording() {}

    /** @param arguments numbers and texts, or values that are written in each language: texts, dates, times, amounts */
    public static LocalizedText text(String key, Object... arguments) {
        return new LocalizedText(SPANISH.text(key, arguments), ENGLISH.text(key, arguments));
    }

    /** Such as "10 business days"; never negative. */
    static LocalizedText amount(int amount, LimitUnit unit) {
        return text("deadline.unit." + unit, Math.abs(amount));
    }

    static LocalizedText join(String separatorKey, List<LocalizedText> texts) {
        return new LocalizedText(
                String.join(
                        SPANISH.text(separatorKey),
                        texts.stream().map(LocalizedText::es).toList()),
                String.join(
                        ENGLISH.text(separatorKey),
                        texts.stream().map(LocalizedText::en).toList()));
    }

    /** Such as "weekly day of rest (us); Anniversary (cu)". */
    static LocalizedText closure(List<ClosedBy> why) {
        return join("deadline.semicolon", why.stream().map(Wording::closure).toList());
    }

    private static LocalizedText closure(ClosedBy why) {
        LocalizedText reason = why.reason() == null ? text("deadline.weeklyRest") : why.reason();
        return text("deadline.closedBy", reason, String.join(", ", why.calendars()));
    }

    private record Language(
            ResourceBundle bundle,
            Locale locale,
            DateTimeFormatter date,
            DateTimeFormatter minute,
            DateTimeFormatter second,
            Map<String, MessageFormat> formats) {

        private static Language of(Locale bundleLocale, Locale locale) {
            ResourceBundle bundle = ResourceBundle.getBundle("messages.deadline", bundleLocale);
            return new Language(
                    bundle,
                    locale,
                    DateTimeFormatter.ofPattern(bundle.getString("deadline.dateFormat"), locale),
                    DateTimeFormatter.ofPattern("HH:mm", locale),
                    DateTimeFormatter.ofPattern("HH:mm:ss", locale),
                    new ConcurrentHashMap<>());
        }

        private String text(String key, Object... arguments) {
            Object[] written = new Object[arguments.length];
            for (int i = 0; i < arguments.length; i++) {
                written[i] = written(arguments[i]);
            }
            MessageFormat format = formats.computeIfAbsent(key, k -> new MessageFormat(bundle.getString(k), locale));
            return ((MessageFormat) format.clone()).format(written);
        }

        private Object written(Object argument) {
            if (argument instanceof LocalizedText text) {
                return locale.equals(Locale.ENGLISH) ? text.en() : text.es();
            }
            if (argument instanceof LocalDate day) {
                return date.format(day);
            }
            if (argument instanceof LocalTime time) {
                return (time.getSecond() == 0 ? minute : second).format(time);
            }
            if (argument instanceof ZonedDateTime time) {
                return text("deadline.dateAndTime", time.toLocalDate(), time.toLocalTime());
            }
            if (argument instanceof Moment moment) {
                return written(moment.time() == null ? moment.date() : moment.time());
            }
            return argument;
        }
    }
}
