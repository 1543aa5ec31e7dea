package org.plazo.request.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Lifecycle;
import org.plazo.request.Parties;
import org.plazo.request.RegisterRow;
import org.plazo.request.Timeliness;
import org.plazo.request.Urgency;

/**
 * A row of the register in the reader's words. Days are differences of dates in the home side's zone.
 *
 * @param due the day, formatted; null without a running deadline
 * @param overdueDays 0 unless it is overdue
 * @param from the authority that asks
 * @param authority the one that is asked
 * @param handler user id
 * @param ageDays days since the dispatch; null before it
 */
public record PageRow(
        String reference,
        String label,
        Timeliness timeliness,
        @Nullable Instant dueAt,
        @Nullable String due,
        long overdueDays,
        String fromCode,
        String from,
        String authorityCode,
        String authority,
        String crimeArea,
        Urgency urgency,
        Lifecycle lifecycle,
        @Nullable String handler,
        @Nullable Long ageDays) {

    static PageRow of(RegisterRow row, Parties parties, Locale locale, Instant now) {
        ZoneId zone = parties.home().zone();
        PageNames names = new PageNames(parties, locale);
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant dueAt = row.dueAt();
        LocalDate due = dueAt == null ? null : dueAt.atZone(zone).toLocalDate();
        boolean late = isLate(row);
        Instant dispatchedAt = row.dispatchedAt();
        return new PageRow(
                row.reference(),
                row.label(),
                row.timeliness(),
                dueAt,
                due == null
                        ? null
                        : due.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(PageFormats.order(locale))),
                due == null || !late ? 0 : ChronoUnit.DAYS.between(due, today),
                row.requestingAuthority(),
                names.authority(row.requestingAuthority()),
                row.requestedAuthority(),
                names.authority(row.requestedAuthority()),
                names.crimeArea(row.crimeArea()),
                row.urgency(),
                row.lifecycle(),
                row.handler(),
                dispatchedAt == null
                        ? null
                        : ChronoUnit.DAYS.between(dispatchedAt.atZone(zone).toLocalDate(), today));
    }

    static boolean isLate(RegisterRow row) {
        return row.timeliness() == Timeliness.OVERDUE || row.timeliness() == Timeliness.LONG_OVERDUE;
    }
}
