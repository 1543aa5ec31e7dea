package org.plazo.deadline.reckoning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.calendar.BusinessCalendar;
import org.plazo.calendar.OpeningHours;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;

/**
 * All that a due date depends on. An instance is valid: what cannot be computed is an {@link InvalidTerms}.
 *
 * @param amount at most 10,000 either way, or 1,200 months; negative counts backwards, without pauses and extensions
 * @param openingHours for BUSINESS_MINUTES and BUSINESS_HOURS
 * @param timeOfDay for units of days and months; null: the start's own, or the end of the day
 * @param cutOff for units of days and months and a start with a time: a start at or after it makes the next calendar
 *     day day zero
 * @param pauses in any order, without overlaps, none before the start
 * @param extensions in any order
 */
public record Terms(
        Moment start,
        int amount,
        LimitUnit unit,
        RollConvention convention,
        BusinessCalendar calendar,
        @Nullable OpeningHours openingHours,
        ZoneId zone,
        @Nullable LocalTime timeOfDay,
        @Nullable LocalTime cutOff,
        List<Pause> pauses,
        List<Extension> extensions) {

    public Terms {
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
        TermsCheck.check(start, amount, unit, calendar, openingHours, zone, timeOfDay, pauses, extensions);
    }

    /** The day from which days are counted and which itself does not count. */
    LocalDate dayZero() {
        return isAfterCutOff() ? start.date().plusDays(1) : start.date();
    }

    boolean isAfterCutOff() {
        return start.time() != null
                && cutOff != null
                && !start.time().toLocalTime().isBefore(cutOff);
    }

    /** The local time at which the due day ends. */
    LocalTime dueTime() {
        if (timeOfDay != null) {
            return timeOfDay;
        }
        return start.time() == null || isAfterCutOff()
                ? LocalTime.of(23, 59, 59)
                : start.time().toLocalTime();
    }
}
