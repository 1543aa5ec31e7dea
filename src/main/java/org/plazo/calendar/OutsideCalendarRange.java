package org.plazo.calendar;

import java.io.Serial;
import java.time.DateTimeException;

/** A date was asked for that no calendar reaches. */
public final class OutsideCalendarRange extends DateTimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    OutsideCalendarRange() {
        super("Calendars reach from " + DaySet.FIRST + " to " + DaySet.LAST);
    }
}
