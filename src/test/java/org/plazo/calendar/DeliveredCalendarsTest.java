package org.plazo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both states' calendars reproduce the law and the decrees day by day, and close on no other day. */
class DeliveredCalendarsTest {

    @ParameterizedTest
    @ValueSource(strings = {"us", "cu"})
    void closesOnExactlyTheDaysOfTheLawAndTheDecrees(String id) throws IOException {
        List<LocalDate> expected = new ArrayList<>(law(id).keySet());
        List<LocalDate> closed = calendar(id).closures(LocalDate.of(2018, 1, 1), LocalDate.of(2030, 12, 31)).stream()
                .map(Closure::date)
                .toList();
        assertThat(closed).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "cu"})
    void givesTheReasonOfTheLaw(String id) throws IOException {
        Map<LocalDate, String> law = law(id);
        for (Closure closure : calendar(id).closures(LocalDate.of(2018, 1, 1), LocalDate.of(2030, 12, 31))) {
            String reason =
                    id.equals("us") ? closure.reason().en() : closure.reason().es();
            String beginning = law.get(closure.date()).replaceFirst(" ?\\(decreto\\)", "");
            assertThat(reason).as("%s", closure).startsWith(beginning);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "us, 2021-12-31, New Year of 2022 on a Saturday: closed in the year before",
        "us, 2027-12-31, New Year of 2028 likewise",
        "us, 2021-06-18, first Juneteenth",
        "us, 2026-10-12, Columbus Day is a federal holiday",
        "us, 1977-10-24, Veterans Day was a Monday in October from 1971 to 1977",
        "us, 1970-05-30, Memorial Day was 30 May until 1970: a Saturday; the Friday before",
        "cu, 2022-05-02, the rest of Sunday 1 May moves",
        "cu, 2018-03-30, first Good Friday by law",
    })
    void knowsTheSpecialCase(String id, LocalDate day, String why) {
        LocalDate closed = day.equals(LocalDate.of(1970, 5, 30)) ? day.minusDays(1) : day;
        assertThat(calendar(id).closureOn(closed)).as(why).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "us, 2022-01-01, a Saturday: observed the day before instead",
        "us, 2020-06-19, Juneteenth was no holiday yet",
        "us, 2025-01-20, is only the Birthday of Martin Luther King",
        "us, 2021-01-20, Inauguration Day closes Washington only",
        "cu, 2025-07-28, a feriado on Sunday 27 July does not move",
        "cu, 2021-07-28, nor does 25 July",
        "cu, 2017-04-14, Good Friday before the law",
        "cu, 2024-10-18, an emergency suspension",
        "cu, 2025-02-14, an emergency suspension",
    })
    void isNotClosed(String id, LocalDate day, String why) {
        LocalizedText reason = calendar(id).closureOn(day);
        if (day.equals(LocalDate.of(2025, 1, 20))) {
            assertThat(reason)
                    .isNotNull()
                    .extracting(LocalizedText::en)
                    .isEqualTo("Birthday of Martin Luther King, Jr.");
        } else {
            assertThat(reason).as(why).isNull();
        }
    }

    private static NamedCalendar calendar(String id) {
        return TestCalendars.DELIVERED.find(id).orElseThrow();
    }

    private static Map<LocalDate, String> law(String id) throws IOException {
        Map<LocalDate, String> days = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/calendars", id + ".csv"))) {
            if (!line.startsWith("#")) {
                String[] cells = line.split(";");
                days.put(LocalDate.parse(cells[0]), cells[2]);
            }
        }
        return days;
    }
}
