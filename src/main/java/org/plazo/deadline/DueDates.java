package org.plazo.deadline;

import java.time.Instant;
import java.util.List;
import org.plazo.calendar.Calendars;

/** Computes due dates from time limits; the calendars a limit names are those in force. */
public interface DueDates {

    /**
     * @param start the instant of the event that starts the clock
     * @throws IllegalArgumentException if a calendar is unknown, pauses overlap or precede the start, or the result
     *     would lie outside 1970 to 2199
     */
    DueDate compute(TimeLimit limit, Instant start, List<ClockPause> pauses, List<ClockExtension> extensions);

    /** The same with the calendars of another version, in force or not. */
    DueDates by(int calendarVersion);

    /** The same with calendars that are not in force. */
    DueDates by(Calendars proposed);

    default DueDate compute(TimeLimit limit, Instant start) {
        return compute(limit, start, List.of(), List.of());
    }
}
