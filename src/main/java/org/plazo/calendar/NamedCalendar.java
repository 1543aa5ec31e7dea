package org.plazo.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The working days of one party. It has no zone: a date is closed or open wherever it is read. */
public final class NamedCalendar {

    private final String id;
    private final LocalizedText name;
    private final Set<DayOfWeek> weeklyClosed;
    private final NavigableMap<LocalDate, LocalizedText> closures = new TreeMap<>();
    private final NavigableMap<LocalDate, LocalizedText> workingDays;
    private final @Nullable OpeningHours openingHours;

    /**
     * @param closures several on one day are joined
     * @param workingDays days that are open whatever a closure or their weekday says, with the reason
     */
    NamedCalendar(
            String id,
            LocalizedText name,
            Set<DayOfWeek> weeklyClosed,
            Iterable<Closure> closures,
            NavigableMap<LocalDate, LocalizedText> workingDays,
            @Nullable OpeningHours openingHours) {
        this.id = id;
        this.name = name;
        this.weeklyClosed = Collections.unmodifiableSet(
                weeklyClosed.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(weeklyClosed));
        this.workingDays = Collections.unmodifiableNavigableMap(new TreeMap<>(workingDays));
        this.openingHours = openingHours;
        for (Closure closure : closures) {
            if (!workingDays.containsKey(closure.date())) {
                this.closures.merge(closure.date(), closure.reason(), NamedCalendar::both);
            }
        }
    }

    public String id() {
        return id;
    }

    public LocalizedText name() {
        return name;
    }

    /** Every closure from one day to another, both inclusive, in order of date. */
    public List<Closure> closures(LocalDate from, LocalDate to) {
        List<Closure> found = new ArrayList<>();
        if (!from.isAfter(to)) {
            closures.subMap(from, true, to, true).forEach((date, reason) -> found.add(new Closure(date, reason)));
        }
        return found;
    }

    /** The hours in which the party works; null: not known. */
    public @Nullable OpeningHours openingHours() {
        return openingHours;
    }

    Set<DayOfWeek> weeklyClosed() {
        return weeklyClosed;
    }

    @Nullable
    LocalizedText closureOn(LocalDate day) {
        return closures.get(day);
    }

    boolean isMadeWorking(LocalDate day) {
        return workingDays.containsKey(day);
    }

    /** @param weekend instead of the calendar's own weekly closed days */
    DaySet openDays(Set<DayOfWeek> weekend) {
        return DaySet.allBut(weekend).without(closures.keySet()).with(workingDays.keySet());
    }

    private static LocalizedText both(LocalizedText one, LocalizedText other) {
        return one.equals(other) ? one : CalendarWords.text("calendar.bothReasons", one, other);
    }
}
