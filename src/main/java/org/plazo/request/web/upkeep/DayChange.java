package org.plazo.request.web.upkeep;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plazo.calendar.BusinessCalendar;
import org.plazo.calendar.CalendarProposal;
import org.plazo.calendar.Calendars;
import org.plazo.calendar.ClosedBy;

/**
 * A day that is open in one version of a calendar and closed in another.
 *
 * @param calendar its name
 * @param closed whether it would be closed; its reason, or the one it was closed for
 */
public record DayChange(String calendar, LocalDate date, boolean closed, String reason) {

    private static final int YEARS_BACK = 3;
    private static final int YEARS_AHEAD = 5;

    /** Those from three years ago to five years ahead, in order of date, at most so many. */
    static List<DayChange> of(CalendarProposal proposal, Calendars inForce, LocalDate today, int most, Locale locale) {
        List<DayChange> changes = new ArrayList<>();
        Set<String> ids = new TreeSet<>(proposal.changed());
        ids.removeIf(id -> inForce.find(id).isEmpty());
        LocalDate end = today.plusYears(YEARS_AHEAD);
        for (LocalDate day = today.minusYears(YEARS_BACK);
                day.isBefore(end) && changes.size() < most;
                day = day.plusDays(1)) {
            for (String id : ids) {
                BusinessCalendar before = inForce.together(List.of(id));
                BusinessCalendar after = proposal.calendars().together(List.of(id));
                if (before.isOpen(day) != after.isOpen(day)) {
                    changes.add(new DayChange(
                            name(id, inForce, locale), day, before.isOpen(day), reason(before, after, day, locale)));
                }
            }
        }
        return changes;
    }

    private static String name(String id, Calendars inForce, Locale locale) {
        return inForce.find(id).map(calendar -> calendar.name().in(locale)).orElse(id);
    }

    private static String reason(BusinessCalendar before, BusinessCalendar after, LocalDate day, Locale locale) {
        return (after.isOpen(day) ? before : after)
                .closedBy(day).stream()
                        .map(ClosedBy::reason)
                        .filter(reason -> reason != null)
                        .map(reason -> reason.in(locale))
                        .collect(Collectors.joining("; "));
    }
}
