package org.plazo.deadline.reckoning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A point in time that was given as a date alone or as a date with a time.
 *
 * @param date in the zone of the computation
 * @param time null: a date alone
 */
public record Moment(LocalDate date, @Nullable ZonedDateTime time) {

    public static Moment of(LocalDate date) {
        return new Moment(date, null);
    }

    public static Moment of(Instant instant, ZoneId zone) {
        ZonedDateTime time = instant.atZone(zone);
        return new Moment(time.toLocalDate(), time);
    }

    /** A date alone means 00:00, which a gap moves forward. */
    Instant instant(ZoneId zone) {
        return time == null ? at(date, LocalTime.MIDNIGHT, zone) : time.toInstant();
    }

    /** A local time in a gap moves forward by the gap; in an overlap the earlier offset counts. */
    static Instant at(LocalDate date, LocalTime time, ZoneId zone) {
        return ZonedDateTime.of(date, time, zone).toInstant();
    }
}
