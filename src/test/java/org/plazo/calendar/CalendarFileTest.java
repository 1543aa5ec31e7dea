package org.plazo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {

    private static final String HEAD = "id: xy\nname: {es: Prueba, en: Trial}\nweeklyClosed: [SATURDAY, SUNDAY]\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rulez: []                                          | xy.yaml: rulez: unknown key",
                "rules: [{fixed: '02-30', name: {es: a, en: b}}]    | xy.yaml: rules[0].fixed: \"02-30\" is not",
                "rules: [{name: {es: a, en: b}}]                    | xy.yaml: rules[0]: needs exactly one",
                "rules: [{fixed: '01-01', easter: 1, name: {es: a, en: b}}] | xy.yaml: rules[0]: needs exactly one",
                "rules: [{fixed: '01-01', name: {es: a}}]           | xy.yaml: rules[0].name.en: is missing",
                "rules: [{fixed: '01-01', name: {es: a, en: ' '}}]  | xy.yaml: rules[0].name.en: must be a text",
                "rules: [{easter: x, name: {es: a, en: b}}]         | xy.yaml: rules[0].easter: must be a whole number",
                "rules: [{fixed: '01-01', from: 2020, to: 2019, name: {es: a, en: b}}] | xy.yaml: rules[0].to: is before",
                "rules: [{weekday: {month: 13, day: MONDAY, week: 1}, name: {es: a, en: b}}] | rules[0].weekday.month: must",
                "rules: [{weekday: {month: 1, day: MON, week: 1}, name: {es: a, en: b}}] | rules[0].weekday.day: \"MON\" is",
                "rules: [{weekday: {month: 1, day: MONDAY, week: 0}, name: {es: a, en: b}}] | rules[0].weekday.week: must",
                "rules: [{fixed: '01-01', also: {SUNDAY: 9}, name: {es: a, en: b}}] | rules[0].also.SUNDAY: must be",
                "closures: [{date: 2026-02-29, reason: {es: a, en: b}}]  | xy.yaml: closures[0].date: \"2026-02-29\"",
                "closures: {date: 2026-02-27}                       | xy.yaml: closures: must be a list",
                "jollyday: zz                                       | xy.yaml: jollyday: Jollyday knows no country",
                "openingHours: {reason: {es: a, en: b}, week: {MONDAY: [['09:00', '08:00']]}} | week.MONDAY[0]: must be",
                "openingHours: {week: {MONDAY: [['08:00', '09:00']]}} | xy.yaml: openingHours.reason: is missing",
                "workingDays: [{date: 2026-03-06, reason: {es: a, en: b}}] | workingDays: 2026-03-06 is a working day anyway",
                "id: xy                                             | xy.yaml: is not YAML: Duplicate field 'id'",
            })
    void namesFileAndKey(String yaml, String message) {
        assertThatThrownBy(() -> CalendarFile.parse("xy.yaml", "xy", HEAD + yaml))
                .isInstanceOf(InvalidCalendarFile.class)
                .hasMessageContaining(message);
    }

    @Test
    void mustBearTheNameOfItsFile() {
        assertThatThrownBy(() -> CalendarFile.parse("zz.yaml", "zz", HEAD))
                .hasMessage("zz.yaml: id: must be the file's name, zz");
    }

    @Test
    void makesAHolidayAndASaturdayWorkingDays() {
        NamedCalendar calendar = CalendarFile.parse("xy.yaml", "xy", HEAD + """
                        rules: [{fixed: "03-06", name: {es: Feriado, en: Holiday}}]
                        workingDays:
                          - {date: 2026-03-06, reason: {es: Habilitado, en: Declared a working day}}
                          - {date: 2026-03-07, reason: {es: Habilitado, en: Declared a working day}}
                        """);
        BusinessCalendar open = new Calendars(List.of(calendar)).together(List.of("xy"));
        assertThat(open.isOpen(LocalDate.of(2026, 3, 6))).isTrue();
        assertThat(open.isOpen(LocalDate.of(2026, 3, 7))).isTrue();
        assertThat(open.isOpen(LocalDate.of(2026, 3, 8))).isFalse();
        assertThat(open.isOpen(LocalDate.of(2025, 3, 6))).isFalse();
        assertThat(open.closedBy(LocalDate.of(2026, 3, 7))).isEmpty();
        assertThat(calendar.closures(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
                .isEmpty();
    }

    @Test
    void correctsTheDaysOfALibraryCountry() {
        NamedCalendar mexico = CalendarFile.parse(
                "xy.yaml",
                "xy",
                HEAD + "jollyday: mx\nclosures: [{date: 2026-09-15, reason: {es: Asueto, en: Leave}}]");
        assertThat(mexico.closures(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30)))
                .extracting(Closure::date)
                .containsExactly(LocalDate.of(2026, 9, 15), LocalDate.of(2026, 9, 16));
    }
}
