package org.plazo.deadline;

import java.util.List;
import org.plazo.calendar.LocalizedText;

/**
 * One stretch of days (or of time) in the computation of a due date.
 *
 * @param from first day, or instant for minute and hour units, in ISO 8601
 * @param to last day, inclusive, or instant
 * @param calendars ids of the calendars that closed these days
 * @param count whole units counted in this step; those of the COUNTED steps add up to the limit's amount (negative if it
 *     counts backwards), those of the EXTENDED steps to the extensions' amounts; 0 in all other steps
 */
public record ExplanationStep(
        String from, String to, Kind kind, List<String> calendars, int count, LocalizedText reason) {

    public ExplanationStep {
        calendars = List.copyOf(calendars);
    }

    /** What happened to these days. ROLLED are the closed days passed over, then the open day reached. */
    public enum Kind {
        START,
        COUNTED,
        CLOSED,
        PAUSED,
        EXTENDED,
        ROLLED,
        DUE
    }
}
