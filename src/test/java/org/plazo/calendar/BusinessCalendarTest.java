package org.plazo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

    private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2021, 12, 31);

    @Test
    void isOpenOnlyWhenAllPartiesAre() {
        LocalDate columbusDay = LocalDate.of(2026, 10, 12);
        LocalDate rebellionDay = LocalDate.of(2027, 7, 26);
        assertThat(TestCalendars.together("cu").isOpen(columbusDay)).isTrue();
        assertThat(TestCalendars.together("us").isOpen(rebellionDay)).isTrue();
        BusinessCalendar both = TestCalendars.together("us", "cu");
        assertThat(both.isOpen(columbusDay)).isFalse();
        assertThat(both.isOpen(rebellionDay)).isFalse();
        assertThat(both.closedBy(columbusDay))
                .containsExactly(new ClosedBy(List.of("us"), new LocalizedText("Día de Colón", "Columbus Day")));
    }

    @Test
    void tellsEveryReasonForAClosedDay() {
        BusinessCalendar both = TestCalendars.together("us", "cu").closedOn(List.of(NEW_YEARS_EVE));
        assertThat(both.closedBy(NEW_YEARS_EVE))
                .extracting(ClosedBy::calendars)
                .containsExactly(List.of("us"), List.of("cu"), List.of(BusinessCalendar.AD_HOC));
        assertThat(both.closedBy(LocalDate.of(2026, 10, 10)))
                .as("a holiday on a Saturday")
                .extracting(ClosedBy::calendars)
                .containsExactly(List.of("us", "cu"), List.of("cu"));
        assertThat(both.closedBy(LocalDate.of(2026, 3, 6))).isEmpty();
    }

    @Test
    void replacesTheWeekendOfAllCalendars() {
        BusinessCalendar always = TestCalendars.together(List.of("us", "cu"), Set.of(), Set.of());
        assertThat(always.isOpen(LocalDate.of(2026, 3, 7))).isTrue();
        BusinessCalendar friday = TestCalendars.together(List.of(), Set.of(DayOfWeek.FRIDAY), Set.of());
        assertThat(friday.sameOrNextOpen(LocalDate.of(2026, 3, 6))).isEqualTo("2026-03-07");
        assertThatThrownBy(() -> TestCalendars.together(List.of(), EnumSet.allOf(DayOfWeek.class), Set.of()))
                .isInstanceOf(NoOpenDay.class);
    }

    @Test
    void remembersCombinationsButNoAdHocHolidays() {
        BusinessCalendar both = TestCalendars.together("us", "cu");
        assertThat(TestCalendars.together("us", "cu")).isSameAs(both);
        assertThat(both.closedOn(List.of(LocalDate.of(2026, 3, 9))).isOpen(LocalDate.of(2026, 3, 9)))
                .isFalse();
        assertThat(both.isOpen(LocalDate.of(2026, 3, 9))).isTrue();
    }

    @Test
    void knowsNoDaysBeyondItsRange() {
        BusinessCalendar both = TestCalendars.together("us", "cu");
        assertThatThrownBy(() -> both.isOpen(LocalDate.of(2500, 1, 1))).isInstanceOf(OutsideCalendarRange.class);
        assertThatThrownBy(() -> both.plusOpenDays(LocalDate.of(2499, 12, 30), 5))
                .isInstanceOf(OutsideCalendarRange.class);
        assertThatThrownBy(() -> both.plusOpenDays(LocalDate.of(1700, 1, 2), -5))
                .isInstanceOf(OutsideCalendarRange.class);
        assertThatThrownBy(() -> TestCalendars.together("us", "nowhere")).isInstanceOf(UnknownCalendar.class);
    }

    @Test
    void opensOnlyInTheHoursOfAllParties() {
        OpeningHours hours = TestCalendars.together("us", "cu").openingHours();
        assertThat(hours).isNotNull();
        assertThat(hours.on(DayOfWeek.MONDAY))
                .containsExactly(new OpeningHours.Span(LocalTime.of(8, 30), LocalTime.of(17, 0)));
        assertThat(hours.on(DayOfWeek.SUNDAY)).isEmpty();
    }
}
