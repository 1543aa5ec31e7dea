package org.plazo.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The days on which all of several parties work: a day is open if it is open in every named calendar and is none of the
 * ad-hoc holidays. Without a named calendar an ad-hoc one with the same weekend stands in. Counting and finding days costs
 * the same however far apart they are. Dates outside 1700 to 2499 are an {@link OutsideCalendarRange}.
 */
public final class BusinessCalendar {

    /** The id under which ad-hoc holidays, and the weekend without a named calendar, are explained. */
    public static final String AD_HOC = "ad-hoc";

    static final Set<DayOfWeek> WEEKEND = Collections.unmodifiableSet(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

    private static final LocalizedText AD_HOC_HOLIDAY = CalendarWords.text("calendar.adHocHoliday");

    private final List<NamedCalendar> parties;
    private final @Nullable Set<DayOfWeek> weekend;
    private final Set<LocalDate> holidays;
    private final DaySet open;

    private BusinessCalendar(
            List<NamedCalendar> parties, @Nullable Set<DayOfWeek> weekend, Set<LocalDate> holidays, DaySet open) {
        this.parties = parties;
        this.weekend = weekend;
        this.holidays = holidays;
        this.open = open;
        if (open.isEmpty()) {
            throw new NoOpenDay(ids());
        }
    }

    /** @param weekend replaces the weekly closed days of all calendars; null: each keeps its own */
    static BusinessCalendar of(List<NamedCalendar> parties, @Nullable Set<DayOfWeek> weekend) {
        DaySet open = DaySet.allBut(parties.isEmpty() ? weekendOr(weekend, WEEKEND) : Set.of());
        for (NamedCalendar party : parties) {
            open = open.and(party.openDays(weekendOr(weekend, party.weeklyClosed())));
        }
        return new BusinessCalendar(List.copyOf(parties), weekend, Set.of(), open);
    }

    /** The same calendar, closed on more days. */
    public BusinessCalendar closedOn(Collection<LocalDate> more) {
        if (more.isEmpty()) {
            return this;
        }
        Set<LocalDate> all = new TreeSet<>(holidays);
        all.addAll(more);
        return new BusinessCalendar(parties, weekend, Collections.unmodifiableSet(all), open.without(more));
    }

    public boolean isOpen(LocalDate day) {
        return open.contains(day);
    }

    /** The day itself if it is open, else the next one that is. */
    public LocalDate sameOrNextOpen(LocalDate day) {
        return open.member(open.countBefore(inRange(day)));
    }

    /** The day itself if it is open, else the last one before it that is. */
    public LocalDate sameOrPreviousOpen(LocalDate day) {
        return open.member(open.countBefore(inRange(day).plusDays(1)) - 1);
    }

    /** The n-th open day after a day (before it if n is negative), which itself is not counted; 0 is the day itself. */
    public LocalDate plusOpenDays(LocalDate day, int n) {
        inRange(day);
        return n == 0
                ? day
                : open.member(n > 0 ? open.countBefore(day.plusDays(1)) + n - 1 : open.countBefore(day) + n);
    }

    /** How many days are open from one day, inclusive, to another, exclusive; 0 if that is not later. */
    public int openDays(LocalDate from, LocalDate to) {
        return Math.max(0, open.countBefore(to) - open.countBefore(from));
    }

    /** Why a day is closed; empty if it is open. Weekly closed days come first. */
    public List<ClosedBy> closedBy(LocalDate day) {
        List<String> weekly = new ArrayList<>();
        Map<LocalizedText, List<String>> byReason = new LinkedHashMap<>();
        if (parties.isEmpty() && weekendOr(weekend, WEEKEND).contains(day.getDayOfWeek())) {
            weekly.add(AD_HOC);
        }
        for (NamedCalendar party : parties) {
            if (party.isMadeWorking(day)) {
                continue;
            }
            if (weekendOr(weekend, party.weeklyClosed()).contains(day.getDayOfWeek())) {
                weekly.add(party.id());
            }
            LocalizedText reason = party.closureOn(day);
            if (reason != null) {
                byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(party.id());
            }
        }
        if (holidays.contains(day)) {
            byReason.computeIfAbsent(AD_HOC_HOLIDAY, r -> new ArrayList<>()).add(AD_HOC);
        }
        List<ClosedBy> why = new ArrayList<>();
        if (!weekly.isEmpty()) {
            why.add(new ClosedBy(weekly, null));
        }
        byReason.forEach((reason, calendars) -> why.add(new ClosedBy(calendars, reason)));
        return why;
    }

    /** The ids of the named calendars, in the order they were asked for. */
    public List<String> ids() {
        return parties.stream().map(NamedCalendar::id).toList();
    }

    /** The hours in which all parties with known hours work; null if the hours of none are known. */
    public @Nullable OpeningHours openingHours() {
        OpeningHours common = null;
        for (NamedCalendar party : parties) {
            OpeningHours hours = party.openingHours();
            if (hours != null) {
                common = common == null ? hours : common.and(hours);
            }
        }
        return common;
    }

    private static LocalDate inRange(LocalDate day) {
        if (!DaySet.reaches(day)) {
            throw new OutsideCalendarRange();
        }
        return day;
    }

    private static Set<DayOfWeek> weekendOr(@Nullable Set<DayOfWeek> weekend, Set<DayOfWeek> otherwise) {
        return weekend == null ? otherwise : weekend;
    }
}
