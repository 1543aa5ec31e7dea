package org.plazo.request.web.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Parties;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Dates and instants as all pages show them, in the reader's language and the home side's zone; {@code @formats} in templates. */
@Component("formats")
public class PageFormats {

    private final ZoneId home;

    PageFormats(Parties parties) {
        this.home = parties.home().zone();
    }

    /** Such as "6 Mar 2026"; empty for null. */
    public String date(@Nullable LocalDate date) {
        return date == null ? "" : date.format(formatter(FormatStyle.MEDIUM, null));
    }

    /** The local date of an instant in the home side's zone; empty for null. */
    public String day(@Nullable Instant instant) {
        return instant == null ? "" : date(instant.atZone(home).toLocalDate());
    }

    /**
     * Date and time of day in the home side's zone, without naming it; empty for null. An instant that is midnight there
     * was given as a date, and is shown as one.
     */
    public String instant(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime local = instant.atZone(home);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? date(local.toLocalDate())
                : local.format(formatter(FormatStyle.MEDIUM, FormatStyle.SHORT));
    }

    /** The name of the zone that {@link #instant} uses, such as "Cuba Time (America/Havana)". */
    public String zone() {
        Locale locale = LocaleContextHolder.getLocale();
        return home.getDisplayName(TextStyle.FULL, locale) + " (" + home.getId() + ")";
    }

    /** English dates are written day first, with 24 hours, as in mails and in the explanations of dates. */
    public static Locale order(Locale locale) {
        return "en".equals(locale.getLanguage()) ? Locale.UK : locale;
    }

    private static DateTimeFormatter formatter(FormatStyle date, @Nullable FormatStyle time) {
        DateTimeFormatter formatter = time == null
                ? DateTimeFormatter.ofLocalizedDate(date)
                : DateTimeFormatter.ofLocalizedDateTime(date, time);
        return formatter.withLocale(order(LocaleContextHolder.getLocale()));
    }
}
