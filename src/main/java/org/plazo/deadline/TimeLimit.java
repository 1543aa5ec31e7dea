package org.plazo.deadline;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time limit as policy states it, such as "90 calendar days, rolled to the next day that is open for both sides, at
 * 17:00 in Washington".
 *
 * @param amount how many units; negative counts backwards
 * @param calendars ids of the named calendars that must all be open; may be empty
 * @param zone the responsible party's zone, in which dates are read and the time of day falls
 * @param timeOfDay local time at which the due day ends; null for minute and hour units
 * @param cutOff a start at or after this local time makes the next calendar day day zero; null: no cut-off
 * @param maxExtensionDays how many calendar days all extensions together may add; null: as many as they say
 */
public record TimeLimit(
        int amount,
        LimitUnit unit,
        RollConvention convention,
        List<String> calendars,
        ZoneId zone,
        @Nullable LocalTime timeOfDay,
        @Nullable LocalTime cutOff,
        @Nullable Integer maxExtensionDays) {

    public TimeLimit {
        calendars = List.copyOf(calendars);
    }

    /** A limit that says nothing of extensions. */
    public TimeLimit(
            int amount,
            LimitUnit unit,
            RollConvention convention,
            List<String> calendars,
            ZoneId zone,
            @Nullable LocalTime timeOfDay,
            @Nullable LocalTime cutOff) {
        this(amount, unit, convention, calendars, zone, timeOfDay, cutOff, null);
    }
}
