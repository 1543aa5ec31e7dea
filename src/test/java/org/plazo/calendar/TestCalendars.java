package org.plazo.calendar;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calendars that are delivered with the product, for tests without Spring. */
public final class TestCalendars {

    public static final Calendars DELIVERED = new Calendars(CalendarFile.readAll(Path.of("config", "calendars")));

    public static final CalendarVersions VERSIONS = CalendarVersions.always(DELIVERED);

    private TestCalendars() {}

    public static BusinessCalendar together(String... ids) {
        return DELIVERED.together(List.of(ids));
    }

    public static BusinessCalendar together(
            List<String> ids, @Nullable Set<DayOfWeek> weekend, Set<LocalDate> holidays) {
        return DELIVERED.together(ids, weekend).closedOn(holidays);
    }
}
