package org.plazo.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A holiday by law.
 *
 * @param firstYear first year in which the law names the day, inclusive
 * @param lastYear last year, inclusive
 * @param instead on these weekdays the holiday is observed so many days later (negative: earlier) <em>instead</em>;
 *     the other day may lie in another year
 * @param also on these weekdays the day so many days later is closed <em>as well</em>
 */
record HolidayRule(
        YearlyDay day,
        LocalizedText name,
        int firstYear,
        int lastYear,
        Map<DayOfWeek, Integer> instead,
        Map<DayOfWeek, Integer> also) {

    HolidayRule {
        instead = Map.copyOf(instead);
        also = Map.copyOf(also);
    }

    /** All closures that follow from the holidays of the years given, inclusive. */
    void closures(int fromYear, int toYear, Consumer<Closure> closures) {
        for (int year = Math.max(fromYear, firstYear); year <= Math.min(toYear, lastYear); year++) {
            day.in(year).ifPresent(date -> add(date, closures));
        }
    }

    private void add(LocalDate date, Consumer<Closure> closures) {
        Integer moved = instead.get(date.getDayOfWeek());
        if (moved == null) {
            closures.accept(new Closure(date, name));
        } else {
            closures.accept(new Closure(date.plusDays(moved), CalendarWords.observedFor(name, date)));
        }
        Integer added = also.get(date.getDayOfWeek());
        if (added != null) {
            closures.accept(new Closure(date.plusDays(added), CalendarWords.transferredFrom(name, date)));
        }
    }
}
