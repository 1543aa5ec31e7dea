package org.plazo.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** A day that a law names once for every year. */
sealed interface YearlyDay {

    /** The day in a year; empty if the year has none, such as a 29 February. */
    Optional<LocalDate> in(int year);

    /** The same month and day every year. */
    record Fixed(MonthDay day) implements YearlyDay {

        @Override
        public Optional<LocalDate> in(int year) {
            return day.isValidYear(year) ? Optional.of(day.atYear(year)) : Optional.empty();
        }
    }

    /** Such as the third Monday in January; week -1 is the last one of the month. */
    record OnWeekday(Month month, DayOfWeek weekday, int week) implements YearlyDay {

        @Override
        public Optional<LocalDate> in(int year) {
            LocalDate day = LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(week, weekday));
            return day.getMonth() == month ? Optional.of(day) : Optional.empty();
        }
    }

    /** So many days after the Sunday of Western Easter; negative: before it. */
    record FromEaster(int days) implements YearlyDay {

        @Override
        public Optional<LocalDate> in(int year) {
            return Optional.of(easter(year).plusDays(days));
        }

        /** Gauss's rule in the form for the Gregorian calendar that needs no table. */
        private static LocalDate easter(int year) {
            int century = year / 100;
            int moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * (year % 19) + 15) % 30;
            moon -= moon / 28 * (1 - moon / 28 * (29 / (moon + 1)) * ((21 - year % 19) / 11));
            int weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
            int offset = moon - weekday;
            int month = 3 + (offset + 40) / 44;
            return LocalDate.of(year, month, offset + 28 - 31 * (month / 4));
        }
    }
}
