package org.plazo.request.web.list;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Lifecycle;
import org.plazo.request.Parties;
import org.plazo.request.RegisterRow;
import org.plazo.request.Timeliness;
import org.plazo.request.Urgency;
import org.plazo.request.web.words.PageFormats;
import org.plazo.request.web.words.PageNames;

/**
 * A row of the register in the reader's words. Days are differences of dates in the home side's zone.
 *
 * @param deadline what the day is for; null without a running deadline, and if it is paused there is no day
 * @param due the day, formatted
 * @param overdueDays 0 unless it is overdue
 * @param promised the day that the counterpart promised, formatted
 * @param from the authority that asks
 * @param authority the one that is asked
 * @param handler user id
 * @param ageDays days since the dispatch or the receipt; null before it
 */
public record PageRow(
        String reference,
        String label,
        Timeliness timeliness,
        @Nullable DeadlineKind deadline,
        @Nullable Instant dueAt,
        @Nullable String due,
        long overdueDays,
        @Nullable String promised,
        String fromCode,
        String from,
        String authorityCode,
        String authority,
        String crimeArea,
        Urgency urgency,
        Lifecycle lifecycle,
        @Nullable String handler,
        @Nullable Long ageDays) {

    /** What is missed: a due date, or a day that was promised. */
    static final Set<Timeliness> LATE =
            EnumSet.of(Timeliness.OVERDUE, Timeliness.LONG_OVERDUE, Timeliness.PROMISE_BROKEN);

    static PageRow of(RegisterRow row, Parties parties, Locale locale, Instant now) {
        ZoneId zone = parties.home().zone();
        PageNames names = new PageNames(parties, locale);
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant dueAt = row.dueAt();
        LocalDate due = dueAt == null ? null : dueAt.atZone(zone).toLocalDate();
        boolean late = isLate(row);
        Instant since = row.since();
        Instant promisedAt = row.promisedAt();
        return new PageRow(
                row.reference(),
                row.label(),
                row.timeliness(),
                row.runningDeadline(),
                dueAt,
                due == null ? null : day(due, locale),
                due == null || !late ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, today)),
                promisedAt == null ? null : day(promisedAt.atZone(zone).toLocalDate(), locale),
                row.requestingAuthority(),
                names.authority(row.requestingAuthority()),
                row.requestedAuthority(),
                names.authority(row.requestedAuthority()),
                names.crimeArea(row.crimeArea()),
                row.urgency(),
                row.lifecycle(),
                row.handler(),
                since == null
                        ? null
                        : ChronoUnit.DAYS.between(since.atZone(zone).toLocalDate(), today));
    }

    /** Whether the other side waits for something from us. */
    public boolean isOurs() {
        return deadline == DeadlineKind.SUPPLY;
    }

    private static String day(LocalDate date, Locale locale) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(PageFormats.order(locale)));
    }

    static boolean isLate(RegisterRow row) {
        return LATE.contains(row.timeliness());
    }
}
