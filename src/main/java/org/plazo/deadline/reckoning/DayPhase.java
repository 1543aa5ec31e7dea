package org.plazo.deadline.reckoning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;

/**
 * One count of days and its roll.
 *
 * @param from the day from which it counts, itself not counted
 * @param end where it ends
 * @param rolled where it was rolled to
 * @param granted when the extension was granted; null: the time limit itself
 */
record DayPhase(
        LocalDate from,
        LocalDate end,
        LocalDate rolled,
        int amount,
        LimitUnit unit,
        @Nullable Moment granted) {

    static DayPhase base(Terms terms, DayCount count) {
        LocalDate zero = terms.dayZero();
        LocalDate end = count.count(zero, terms.amount(), terms.unit());
        return new DayPhase(zero, end, count.roll(end, terms.convention()), terms.amount(), terms.unit(), null);
    }

    static DayPhase extension(Extension extension, LocalDate from, DayCount count, RollConvention convention) {
        LocalDate end = count.count(from, extension.amount(), extension.unit());
        return new DayPhase(
                from, end, count.roll(end, convention), extension.amount(), extension.unit(), extension.on());
    }
}
