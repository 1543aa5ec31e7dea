package org.plazo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BusinessCalendarPropertiesTest {

    @Property(tries = 300)
    void countsLikeSomebodyWhoWalksTheDays(
            @ForAll @IntRange(min = 0, max = 40_000) int day,
            @ForAll @IntRange(min = -300, max = 300) int n,
            @ForAll @Size(max = 6) Set<DayOfWeek> weekend) {
        BusinessCalendar calendar = TestCalendars.together(List.of("us", "cu"), weekend, Set.of());
        LocalDate start = LocalDate.of(1990, 1, 1).plusDays(day);
        LocalDate walked = start;
        for (int left = Math.abs(n); left > 0; ) {
            walked = walked.plusDays(Integer.signum(n));
            left -= calendar.isOpen(walked) ? 1 : 0;
        }
        assertThat(calendar.plusOpenDays(start, n)).isEqualTo(walked);
        LocalDate next = start;
        while (!calendar.isOpen(next)) {
            next = next.plusDays(1);
        }
        assertThat(calendar.sameOrNextOpen(start)).isEqualTo(next);
        LocalDate previous = start;
        while (!calendar.isOpen(previous)) {
            previous = previous.minusDays(1);
        }
        assertThat(calendar.sameOrPreviousOpen(start)).isEqualTo(previous);
        assertThat(calendar.openDays(start, start.plusDays(100))).isEqualTo((int)
                start.datesUntil(start.plusDays(100)).filter(calendar::isOpen).count());
    }
}
