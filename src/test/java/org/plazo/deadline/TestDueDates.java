package org.plazo.deadline;

import org.plazo.calendar.TestCalendars;

/** Due dates by the delivered calendars, for tests without Spring. */
public final class TestDueDates {

    public static final DueDates DELIVERED = new CalendarDueDates(TestCalendars.VERSIONS);

    private TestDueDates() {}
}
