package org.plazo.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgeClassTest {

    private static final ZoneId HAVANA = ZoneId.of("America/Havana");
    /** Two days after the clocks went forward at midnight in Havana, on 8 March 2026. */
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Test
    void holdsEveryAgeInExactlyOneClass() {
        for (int days = 0; days <= 800; days++) {
            for (Instant dispatch : List.of(firstOf(days), firstOf(days - 1).minusSeconds(1))) {
                assertThat(classesOf(dispatch)).as(days + " days: " + dispatch).hasSize(1);
            }
        }
    }

    @Test
    void countsTheBoundsAsInside() {
        assertThat(classesOf(firstOf(30))).containsExactly(AgeClass.UP_TO_30);
        assertThat(classesOf(firstOf(30).minusSeconds(1))).containsExactly(AgeClass.UP_TO_90);
        assertThat(classesOf(firstOf(90))).containsExactly(AgeClass.UP_TO_90);
        assertThat(classesOf(firstOf(91))).containsExactly(AgeClass.UP_TO_180);
        assertThat(classesOf(firstOf(180))).containsExactly(AgeClass.UP_TO_180);
        assertThat(classesOf(firstOf(365))).containsExactly(AgeClass.UP_TO_365);
        assertThat(classesOf(firstOf(366))).containsExactly(AgeClass.OLDER);
        assertThat(classesOf(firstOf(0))).containsExactly(AgeClass.UP_TO_30);
    }

    private static Instant firstOf(int daysAgo) {
        return TODAY.minusDays(daysAgo).atStartOfDay(HAVANA).toInstant();
    }

    private static List<AgeClass> classesOf(Instant dispatch) {
        return Arrays.stream(AgeClass.values())
                .filter(age -> age != AgeClass.NOT_DISPATCHED)
                .filter(age -> {
                    Instant before = age.before(TODAY, HAVANA);
                    Instant from = age.from(TODAY, HAVANA);
                    return (before == null || dispatch.isBefore(before)) && (from == null || !dispatch.isBefore(from));
                })
                .toList();
    }
}
