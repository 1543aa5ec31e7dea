package org.plazo.request;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.LimitUnit;

/**
 * Something that happened to a clock.
 *
 * @param effectiveAt when it happened; it may be entered later
 * @param until exclusive end of a PAUSE that was over when it was entered; null if a RESUME ends it
 * @param amount how much more time an EXTENSION grants, in {@code unit}; null otherwise
 * @param before the due date before an EXTENSION, the promised date before a PROMISE
 * @param date the due date after an EXTENSION, the promised date, or the day on which a POSTPONEMENT is to be reviewed
 * @param code category of a PAUSE, ground of a POSTPONEMENT, basis of an EXTENSION, the authority after a TRANSFER
 */
public record ClockEvent(
        Type type,
        Instant effectiveAt,
        @Nullable Instant until,
        @Nullable Integer amount,
        @Nullable LimitUnit unit,
        @Nullable LocalDate before,
        @Nullable LocalDate date,
        @Nullable String code,
        @Nullable String reason) {

    /** What can happen to a clock. */
    public enum Type {
        START,
        PAUSE,
        /** A pause with a day on which it is to be reviewed; while the clock stands still already, another such day. */
        POSTPONEMENT,
        RESUME,
        EXTENSION,
        PROMISE,
        /** Another authority of the same side has the request; the clock runs on. */
        TRANSFER,
        /** The whole time is counted anew from here; what was paused, extended and promised before counts no longer. */
        NEW_START,
        STOP,
        RESTART
    }

    public static ClockEvent at(Type type, Instant effectiveAt) {
        return new ClockEvent(type, effectiveAt, null, null, null, null, null, null, null);
    }

    /** @param until null: until it is resumed */
    public static ClockEvent pause(Instant from, @Nullable Instant until, String category, String reason) {
        return new ClockEvent(Type.PAUSE, from, until, null, null, null, null, category, reason);
    }

    public static ClockEvent resume(Instant at, @Nullable String note) {
        return new ClockEvent(Type.RESUME, at, null, null, null, null, null, null, note);
    }

    public static ClockEvent extension(Instant at, int amount, LimitUnit unit) {
        return new ClockEvent(Type.EXTENSION, at, null, amount, unit, null, null, null, null);
    }

    /** @param before what had been promised before; null if nothing had */
    public static ClockEvent promise(Instant at, @Nullable LocalDate before, LocalDate on, @Nullable String note) {
        return new ClockEvent(Type.PROMISE, at, null, null, null, before, on, null, note);
    }

    public static ClockEvent postponement(Instant at, String ground, LocalDate reviewOn, @Nullable String reason) {
        return new ClockEvent(Type.POSTPONEMENT, at, null, null, null, null, reviewOn, ground, reason);
    }

    /** @param authority who has the request now; null if nobody else has */
    public static ClockEvent newStart(Instant at, @Nullable String authority, @Nullable String reason) {
        return new ClockEvent(Type.NEW_START, at, null, null, null, null, null, authority, reason);
    }

    public static ClockEvent transfer(Instant at, String authority, @Nullable String reason) {
        return new ClockEvent(Type.TRANSFER, at, null, null, null, null, null, authority, reason);
    }

    public ClockEvent on(LocalDate dateBefore, LocalDate dateAfter, String basis, @Nullable String why) {
        return new ClockEvent(type, effectiveAt, until, amount, unit, dateBefore, dateAfter, basis, why);
    }
}
