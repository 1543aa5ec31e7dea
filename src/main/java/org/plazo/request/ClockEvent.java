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
 * @param date the due date after an EXTENSION, or the promised date
 * @param code category of a PAUSE, basis of an EXTENSION
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
        RESUME,
        EXTENSION,
        PROMISE,
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

    public ClockEvent on(LocalDate dateBefore, LocalDate dateAfter, String basis, @Nullable String why) {
        return new ClockEvent(type, effectiveAt, until, amount, unit, dateBefore, dateAfter, basis, why);
    }
}
