package org.plazo.calendar;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The calendar's sentences in both languages, from {@code messages/calendar}. */
public final class CalendarWords {

    /** The neutral root bundle is English: so the machine's own language plays no part. */
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("messages.calendar", Locale.ROOT);

    private static final ResourceBundle SPANISH =
            ResourceBundle.getBundle("messages.calendar", Locale.forLanguageTag("es"));

    private CalendarWords() {}

    /** @param arguments texts, or {@link LocalizedText} or {@link LocalDate} to be written in each language */
    public static LocalizedText text(String key, Object... arguments) {
        return new LocalizedText(
                format(SPANISH, Locale.forLanguageTag("es"), key, arguments),
                format(ENGLISH, Locale.ENGLISH, key, arguments));
    }

    static LocalizedText observedFor(LocalizedText name, LocalDate holiday) {
        return text("calendar.observedFor", name, holiday);
    }

    static LocalizedText transferredFrom(LocalizedText name, LocalDate holiday) {
        return text("calendar.transferredFrom", name, holiday);
    }

    private static String format(ResourceBundle bundle, Locale locale, String key, Object... arguments) {
        Object[] localized = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            localized[i] = argument instanceof LocalizedText text
                    ? text.in(locale)
                    : argument instanceof LocalDate date
                            ? DateTimeFormatter.ofPattern(bundle.getString("calendar.dateFormat"), locale)
                                    .format(date)
                            : argument;
        }
        return new MessageFormat(bundle.getString(key), locale).format(localized);
    }
}
