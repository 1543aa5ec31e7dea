package org.plazo.deadline.reckoning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.plazo.calendar.BusinessCalendar;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;

/** Counts days and months, and rolls. Its cost depends on the number of pauses, not on the amount. */
record DayCount(BusinessCalendar calendar, DayPauses pauses) {

    /** The day at which a count from day zero ends, before it is rolled. Pauses are skipped when counting forward. */
    LocalDate count(LocalDate zero, int amount, LimitUnit unit) {
        return switch (unit) {
            case BUSINESS_DAYS -> businessDays(zero, amount);
            case CALENDAR_DAYS -> movedByPauses(zero, zero.plusDays(amount));
            case MONTHS -> movedByPauses(zero, zero.plusMonths(amount));
            default -> throw new IllegalArgumentException(unit + " is not counted in days");
        };
    }

    /** Looks at closed days only, not at pauses. */
    LocalDate roll(LocalDate day, RollConvention convention) {
        return switch (convention) {
            case FOLLOWING -> calendar.sameOrNextOpen(day);
            case PRECEDING -> calendar.sameOrPreviousOpen(day);
            case NONE -> day;
        };
    }

    private LocalDate businessDays(LocalDate zero, int amount) {
        LocalDate day = calendar.plusOpenDays(zero, amount);
        if (amount > 0) {
            int n = amount;
            for (DayPauses.Stretch pause : pauses.stretches()) {
                LocalDate from = later(pause.from(), zero.plusDays(1));
                if (from.isAfter(day)) {
                    break;
                }
                n += calendar.openDays(from, pause.to());
                day = calendar.plusOpenDays(zero, n);
            }
        }
        return day;
    }

    /** Every paused day after day zero, up to and including the moving day, moves it by one day. */
    private LocalDate movedByPauses(LocalDate zero, LocalDate end) {
        LocalDate day = end;
        for (DayPauses.Stretch pause : pauses.stretches()) {
            LocalDate from = later(pause.from(), zero.plusDays(1));
            if (from.isAfter(day)) {
                break;
            }
            day = day.plusDays(Math.max(0, ChronoUnit.DAYS.between(from, pause.to())));
        }
        return day;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
