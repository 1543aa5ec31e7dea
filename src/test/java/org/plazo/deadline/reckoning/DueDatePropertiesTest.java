package org.plazo.deadline.reckoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.plazo.calendar.OpeningHours;
import org.plazo.calendar.TestCalendars;
import org.plazo.deadline.DueDate;
import org.plazo.deadline.ExplanationStep.Kind;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;

/** Whatever is asked, the computation agrees with the obvious model, and its steps lead to the same date. */
class DueDatePropertiesTest {

    private static final LocalDate[] NIGHTS = {
        LocalDate.of(2026, 3, 7), // the night before a gap, in Havana at midnight
        LocalDate.of(2026, 3, 8),
        LocalDate.of(2026, 10, 31), // and before an overlap
        LocalDate.of(2026, 11, 1),
        LocalDate.of(2024, 2, 29),
        LocalDate.of(2026, 1, 31),
        LocalDate.of(2021, 12, 30),
    };

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void countsDaysAndMonthsLikeTheObviousModel(@ForAll Random random) {
        LimitUnit unit = one(random, LimitUnit.BUSINESS_DAYS, LimitUnit.CALENDAR_DAYS, LimitUnit.MONTHS);
        NaiveDueDate model = question(random, unit);
        DueDate due = ask(model);
        assertThat(new NaiveDueDate.Answer(due.dueOn(), due.dueAt(), due.originalDueOn()))
                .as("%s", model)
                .isEqualTo(model.answer());
        assertThat(Recomputed.date(due.steps())).as("%s %s", model, due.steps()).isEqualTo(due.dueOn());
        if (unit != LimitUnit.MONTHS) {
            assertThat(Recomputed.days(due.steps(), Kind.COUNTED)).isEqualTo(model.amount());
        }
        if (model.extensions().stream().noneMatch(extension -> extension.unit() == LimitUnit.MONTHS)) {
            assertThat(Recomputed.days(due.steps(), Kind.EXTENDED))
                    .isEqualTo(model.extensions().stream()
                            .mapToInt(Extension::amount)
                            .sum());
        }
    }

    @Property(tries = 250, shrinking = ShrinkingMode.OFF)
    void countsMinutesAndHoursLikeTheObviousModel(@ForAll Random random) {
        LimitUnit unit = one(
                random,
                LimitUnit.CLOCK_MINUTES,
                LimitUnit.CLOCK_HOURS,
                LimitUnit.BUSINESS_MINUTES,
                LimitUnit.BUSINESS_HOURS);
        NaiveDueDate model = question(random, unit);
        DueDate due = ask(model);
        assertThat(new NaiveDueDate.Answer(due.dueOn(), due.dueAt(), due.originalDueOn()))
                .as("%s", model)
                .isEqualTo(model.answer());
        if (due.steps().stream().noneMatch(step -> step.kind() == Kind.ROLLED)) {
            Terms terms = terms(model);
            assertThat(Recomputed.instant(due.steps(), DueDateCalculator.length(terms)))
                    .as("%s %s", model, due.steps())
                    .isEqualTo(due.dueAt());
        }
    }

    private static DueDate ask(NaiveDueDate model) {
        return DueDateCalculator.dueDate(terms(model));
    }

    private static Terms terms(NaiveDueDate model) {
        Moment start = model.startHasTime()
                ? Moment.of(model.start().atZone(model.zone()).toInstant(), model.zone())
                : Moment.of(model.start().toLocalDate());
        Map<DayOfWeek, List<OpeningHours.Span>> week = new EnumMap<>(DayOfWeek.class);
        model.week()
                .forEach((weekday, spans) -> week.put(
                        weekday,
                        spans.stream()
                                .map(span -> new OpeningHours.Span(span[0], span[1]))
                                .toList()));
        return new Terms(
                start,
                model.amount(),
                model.unit(),
                model.convention(),
                TestCalendars.together(model.calendars(), model.weekend(), model.holidays()),
                week.isEmpty() ? null : new OpeningHours(week),
                model.zone(),
                model.timeOfDay(),
                model.cutOff(),
                model.pauses().stream()
                        .map(pause -> new Pause(Moment.of(pause[0]), Moment.of(pause[1])))
                        .toList(),
                model.extensions());
    }

    private static NaiveDueDate question(Random random, LimitUnit unit) {
        ZoneId zone = ZoneId.of(one(random, "UTC", "America/Havana", "America/New_York", "Pacific/Auckland"));
        LocalDate day = random.nextInt(4) == 0
                ? one(random, NIGHTS)
                : LocalDate.of(2019, 6, 1).plusDays(random.nextInt(2_700));
        boolean time = random.nextBoolean();
        LocalDateTime start = day.atTime(
                time
                        ? LocalTime.of(one(random, 0, 2, 7, 8, 12, 16, 17, 23), one(random, 0, 15, 30, 59))
                        : LocalTime.MIN);
        start = start.atZone(zone).toLocalDateTime(); // a time in a gap has moved
        int most = Map.of(LimitUnit.MONTHS, 14, LimitUnit.CLOCK_HOURS, 100, LimitUnit.BUSINESS_HOURS, 40)
                .getOrDefault(unit, unit.inDays() ? 90 : 2_000);
        int amount = one(random, 0, 1, random.nextInt(most), random.nextInt(most), -random.nextInt(most));
        Map<DayOfWeek, List<LocalTime[]>> week = new HashMap<>();
        Set<DayOfWeek> weekend = one(
                random,
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                Set.of(),
                Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY));
        if (unit.inOpeningHours()) {
            week.put(DayOfWeek.MONDAY, List.of(span(8, 12), span(13, 17)));
            week.put(DayOfWeek.THURSDAY, List.of(span(0, 5), span(20, 23)));
            week.put(DayOfWeek.SUNDAY, List.<LocalTime[]>of(span(0, 4)));
        }
        return new NaiveDueDate(
                start,
                time || !unit.inDays(),
                amount,
                unit,
                one(random, RollConvention.values()),
                one(random, List.of(), List.of("us"), List.of("cu"), List.of("us", "cu")),
                weekend,
                holidays(random, day),
                week,
                zone,
                unit.inDays() ? one(random, (LocalTime) null, LocalTime.of(17, 0), LocalTime.of(0, 30)) : null,
                one(random, (LocalTime) null, null, LocalTime.of(16, 0)),
                amount < 0 ? List.of() : pauses(random, day, unit),
                amount < 0 || !unit.inDays() ? List.of() : extensions(random, day));
    }

    private static Set<LocalDate> holidays(Random random, LocalDate day) {
        Set<LocalDate> holidays = new HashSet<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            holidays.add(day.plusDays(random.nextInt(60) - 10));
        }
        return holidays;
    }

    private static List<LocalDate[]> pauses(Random random, LocalDate day, LimitUnit unit) {
        List<LocalDate[]> pauses = new ArrayList<>();
        LocalDate from = day.plusDays(unit.inDays() ? random.nextInt(4) : 1 + random.nextInt(4));
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate to = from.plusDays(random.nextInt(12));
            pauses.add(0, new LocalDate[] {from, to});
            from = to.plusDays(random.nextInt(10));
        }
        return pauses;
    }

    private static List<Extension> extensions(Random random, LocalDate day) {
        List<Extension> extensions = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            LimitUnit unit = one(random, LimitUnit.BUSINESS_DAYS, LimitUnit.CALENDAR_DAYS, LimitUnit.MONTHS);
            Moment on = Moment.of(day.plusDays(random.nextInt(30)));
            extensions.add(new Extension(on, 1 + random.nextInt(unit == LimitUnit.MONTHS ? 3 : 20), unit));
        }
        return extensions;
    }

    private static LocalTime[] span(int from, int to) {
        return new LocalTime[] {LocalTime.of(from, 0), LocalTime.of(to, 0)};
    }

    @SafeVarargs
    private static <T extends @Nullable Object> T one(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
