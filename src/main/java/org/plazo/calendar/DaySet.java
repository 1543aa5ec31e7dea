package org.plazo.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;

/**
 * A set of days from 1700-01-01 to 2499-12-31 that counts and finds its members without walking them: one bit a day,
 * and the number of members before every word.
 */
final class DaySet {

    static final LocalDate FIRST = LocalDate.of(1700, 1, 1);
    static final LocalDate LAST = LocalDate.of(2499, 12, 31);

    private static final long ORIGIN = FIRST.toEpochDay();
    private static final int DAYS = Math.toIntExact(LAST.toEpochDay() - ORIGIN) + 1;
    private static final int WORDS = (DAYS + 63) / 64;

    private final long[] words;
    private final int[] before = new int[WORDS + 1];

    private DaySet(long[] words) {
        this.words = words;
        for (int i = 0; i < WORDS; i++) {
            before[i + 1] = before[i] + Long.bitCount(words[i]);
        }
    }

    /** Every day that is not on one of these weekdays. */
    static DaySet allBut(Set<DayOfWeek> weekdays) {
        long[] words = new long[WORDS];
        boolean[] member = new boolean[7];
        for (DayOfWeek weekday : DayOfWeek.values()) {
            member[weekday.ordinal()] = !weekdays.contains(weekday);
        }
        int weekday = FIRST.getDayOfWeek().ordinal();
        for (int day = 0; day < DAYS; day++) {
            if (member[weekday]) {
                words[day >> 6] |= 1L << day;
            }
            weekday = weekday == 6 ? 0 : weekday + 1;
        }
        return new DaySet(words);
    }

    DaySet with(Iterable<LocalDate> days) {
        long[] changed = words.clone();
        for (LocalDate day : days) {
            if (reaches(day)) {
                changed[index(day) >> 6] |= 1L << index(day);
            }
        }
        return new DaySet(changed);
    }

    DaySet without(Iterable<LocalDate> days) {
        long[] changed = words.clone();
        for (LocalDate day : days) {
            if (reaches(day)) {
                changed[index(day) >> 6] &= ~(1L << index(day));
            }
        }
        return new DaySet(changed);
    }

    DaySet and(DaySet other) {
        long[] common = words.clone();
        for (int i = 0; i < WORDS; i++) {
            common[i] &= other.words[i];
        }
        return new DaySet(common);
    }

    boolean isEmpty() {
        return before[WORDS] == 0;
    }

    boolean contains(LocalDate day) {
        int index = index(inRange(day));
        return (words[index >> 6] & 1L << index) != 0;
    }

    /** How many members lie before a day; days outside the range count as its ends. */
    int countBefore(LocalDate day) {
        if (day.isBefore(FIRST)) {
            return 0;
        }
        if (day.isAfter(LAST)) {
            return before[WORDS];
        }
        int index = index(day);
        return before[index >> 6] + Long.bitCount(words[index >> 6] & (1L << index) - 1);
    }

    /** The member with this many members before it. */
    LocalDate member(int number) {
        if (number < 0 || number >= before[WORDS]) {
            throw new OutsideCalendarRange();
        }
        int word = Arrays.binarySearch(before, number);
        if (word < 0) {
            word = -word - 2;
        } else {
            while (before[word + 1] == number) {
                word++;
            }
        }
        long bits = words[word];
        for (int skip = number - before[word]; skip > 0; skip--) {
            bits &= bits - 1;
        }
        return LocalDate.ofEpochDay(ORIGIN + (word << 6) + Long.numberOfTrailingZeros(bits));
    }

    static boolean reaches(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    private static LocalDate inRange(LocalDate day) {
        if (!reaches(day)) {
            throw new OutsideCalendarRange();
        }
        return day;
    }

    private static int index(LocalDate day) {
        return (int) (day.toEpochDay() - ORIGIN);
    }
}
