package org.plazo.deadline.reckoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plazo.calendar.TestCalendars;
import org.plazo.deadline.DueDate;
import org.plazo.deadline.ExplanationStep;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;

/** The example with which the computation was specified. */
class WorkedExampleTest {

    private final DueDate due = DueDateCalculator.dueDate(new Terms(
            Moment.of(LocalDate.of(2026, 3, 6)),
            10,
            LimitUnit.BUSINESS_DAYS,
            RollConvention.FOLLOWING,
            TestCalendars.together(List.of("us", "cu"), null, Set.of(LocalDate.of(2026, 3, 9))),
            null,
            ZoneId.of("America/Havana"),
            LocalTime.of(17, 0),
            null,
            List.of(new Pause(Moment.of(LocalDate.of(2026, 3, 10)), Moment.of(LocalDate.of(2026, 3, 12)))),
            List.of(new Extension(Moment.of(LocalDate.of(2026, 3, 13)), 5, LimitUnit.BUSINESS_DAYS))));

    @Test
    void comesOutAsSpecified() {
        assertThat(due.dueOn()).isEqualTo("2026-04-01");
        assertThat(due.dueAt()).isEqualTo(Instant.parse("2026-04-01T21:00:00Z"));
        assertThat(due.originalDueOn()).isEqualTo("2026-03-23");
    }

    @Test
    void tellsWhatHappenedToEveryDay() {
        assertThat(due.steps())
                .extracting(
                        ExplanationStep::from,
                        ExplanationStep::to,
                        step -> step.kind().name(),
                        ExplanationStep::count)
                .extracting(
                        tuple -> tuple.toList().stream().map(String::valueOf).toList())
                .map(row -> String.join(" ", row))
                .containsExactly(
                        "2026-03-06 2026-03-06 START 0",
                        "2026-03-07 2026-03-08 CLOSED 0",
                        "2026-03-09 2026-03-09 CLOSED 0",
                        "2026-03-10 2026-03-11 PAUSED 0",
                        "2026-03-12 2026-03-13 COUNTED 2",
                        "2026-03-14 2026-03-15 CLOSED 0",
                        "2026-03-16 2026-03-20 COUNTED 5",
                        "2026-03-21 2026-03-22 CLOSED 0",
                        "2026-03-23 2026-03-25 COUNTED 3",
                        "2026-03-26 2026-03-27 EXTENDED 2",
                        "2026-03-28 2026-03-29 CLOSED 0",
                        "2026-03-30 2026-04-01 EXTENDED 3",
                        "2026-04-01 2026-04-01 DUE 0");
        assertThat(due.steps().get(1).calendars()).containsExactly("us", "cu");
        assertThat(due.steps().get(2).calendars()).containsExactly("ad-hoc");
    }

    @Test
    void explainsItselfInBothLanguages() {
        assertThat(due.explanation().en()).contains("Due on Wednesday, 1 April 2026 at 17:00 (America/Havana)");
        assertThat(due.explanation().es()).contains("Vence el miércoles 1 de abril de 2026 a las 17:00");
    }
}
