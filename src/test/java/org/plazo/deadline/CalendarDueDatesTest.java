package org.plazo.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plazo.calendar.TestCalendars;
import org.plazo.calendar.UnknownCalendar;

class CalendarDueDatesTest {

    private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");

    /** A Thursday morning in Washington. */
    private static final Instant START = Instant.parse("2026-07-02T15:00:00Z");

    private final DueDates dueDates = new CalendarDueDates(TestCalendars.VERSIONS);

    @Test
    void countsBusinessDaysOfBothParties() {
        DueDate due =
                dueDates.compute(limit(3, LimitUnit.BUSINESS_DAYS, List.of("us", "cu"), LocalTime.of(17, 0)), START);
        assertThat(due.dueOn())
                .as("Friday 3 July is closed in the United States")
                .isEqualTo("2026-07-08");
        assertThat(due.dueAt()).isEqualTo("2026-07-08T21:00:00Z");
        assertThat(due.originalDueOn()).isEqualTo(due.dueOn());
    }

    @Test
    void countsHoursInTheHoursThatBothPartiesDeclare() {
        DueDate due = dueDates.compute(limit(7, LimitUnit.BUSINESS_HOURS, List.of("us", "cu"), null), START);
        assertThat(due.dueAt()).as("6 hours on 2 July, then Monday from 08:30").isEqualTo("2026-07-06T13:30:00Z");
        assertThatThrownBy(() -> dueDates.compute(limit(7, LimitUnit.BUSINESS_HOURS, List.of("mx"), null), START))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("openingHours: ");
    }

    @Test
    void takesPausesThatBecameKnownLaterAndExtensions() {
        TimeLimit limit = limit(90, LimitUnit.CALENDAR_DAYS, List.of("us"), LocalTime.of(17, 0));
        ClockPause pause = new ClockPause(Instant.parse("2026-07-10T14:00:00Z"), Instant.parse("2026-07-15T14:00:00Z"));
        DueDate due = dueDates.compute(
                limit,
                START,
                List.of(pause),
                List.of(new ClockExtension(LocalDate.of(2026, 9, 1), 1, LimitUnit.MONTHS)));
        assertThat(due.originalDueOn()).isEqualTo("2026-09-30");
        assertThat(due.dueOn()).as("5 October and a month").isEqualTo("2026-11-05");
    }

    @Test
    void refusesWhatCannotBeComputed() {
        TimeLimit limit = limit(5, LimitUnit.BUSINESS_DAYS, List.of("us"), null);
        assertThatThrownBy(() -> dueDates.compute(limit(5, LimitUnit.BUSINESS_DAYS, List.of("zz"), null), START))
                .isInstanceOf(UnknownCalendar.class);
        ClockPause early = new ClockPause(START.minusSeconds(86_400), START);
        assertThatThrownBy(() -> dueDates.compute(limit, START, List.of(early), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pauses[0].from: The pause begins before the start.");
        ClockPause endless = new ClockPause(START, Instant.MAX);
        assertThatThrownBy(() -> dueDates.compute(limit, START, List.of(endless), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        ClockPause parked = new ClockPause(START, Instant.parse("9999-12-31T00:00:00Z"));
        assertThatThrownBy(() -> dueDates.compute(limit, START, List.of(parked), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1970 to 2199");
    }

    private static TimeLimit limit(int amount, LimitUnit unit, List<String> calendars, @Nullable LocalTime time) {
        RollConvention convention = unit.inDays() ? RollConvention.FOLLOWING : RollConvention.NONE;
        return new TimeLimit(amount, unit, convention, calendars, WASHINGTON, time, null);
    }
}
