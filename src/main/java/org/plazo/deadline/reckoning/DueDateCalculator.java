package org.plazo.deadline.reckoning;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.plazo.deadline.DueDate;

/**
 * Computes due dates: day zero, count, roll, then every extension from the rolled due date in the order in which they were
 * granted, each rolled. Only the explanation walks the days, and only when somebody reads it.
 */
public final class DueDateCalculator {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    private DueDateCalculator() {}

    /** @throws InvalidTerms if the result would lie outside 1970 to 2199 */
    public static DueDate dueDate(Terms terms) {
        return terms.unit().inDays() ? inDays(terms) : inTime(terms);
    }

    private static DueDate inDays(Terms terms) {
        DayCount count = new DayCount(terms.calendar(), DayPauses.of(terms.pauses()));
        List<DayPhase> phases = new ArrayList<>();
        DayPhase base = within("amount", terms, () -> DayPhase.base(terms, count));
        phases.add(base);
        LocalDate original = terms.pauses().isEmpty()
                ? base.rolled()
                : DayPhase.base(terms, new DayCount(terms.calendar(), DayPauses.NONE))
                        .rolled();
        LocalDate dueOn = extend(terms, count, base.rolled(), phases);
        inYears("amount", terms, original);
        Instant dueAt = Moment.at(dueOn, terms.dueTime(), terms.zone());
        return new DueDate(
                dueOn, dueAt, original, () -> new DayExplanation(terms, count, phases, dueAt, original).explanation());
    }

    private static DueDate inTime(Terms terms) {
        TimeCount count = timeCount(terms, terms.pauses());
        ZonedDateTime rolled = within("amount", terms, () -> timed(terms, count));
        ZonedDateTime original = terms.pauses().isEmpty() ? rolled : timed(terms, timeCount(terms, List.of()));
        inYears("amount", terms, original.toLocalDate());
        DayCount days = new DayCount(terms.calendar(), DayPauses.of(terms.pauses()));
        List<DayPhase> phases = new ArrayList<>();
        LocalDate dueOn = extend(terms, days, rolled.toLocalDate(), phases);
        Instant dueAt = phases.isEmpty() ? rolled.toInstant() : Moment.at(dueOn, rolled.toLocalTime(), terms.zone());
        return new DueDate(
                LocalDate.ofInstant(dueAt, terms.zone()), dueAt, original.toLocalDate(), () -> new TimeExplanation(
                                terms, count, days, phases, rolled, dueAt, original.toLocalDate())
                        .explanation());
    }

    /** A count inside opening hours ends inside them, so only other counts are rolled: the day moves, the time stays. */
    private static ZonedDateTime timed(Terms terms, TimeCount count) {
        ZonedDateTime end = count.count(terms.start().instant(terms.zone()), length(terms), (from, to) -> {})
                .atZone(terms.zone());
        if (terms.unit().inOpeningHours()) {
            return end;
        }
        LocalDate day = new DayCount(terms.calendar(), DayPauses.NONE).roll(end.toLocalDate(), terms.convention());
        return day.equals(end.toLocalDate())
                ? end
                : day.atTime(end.toLocalTime()).atZone(terms.zone());
    }

    private static TimeCount timeCount(Terms terms, List<Pause> pauses) {
        return new TimeCount(
                terms.calendar(), terms.unit().inOpeningHours() ? terms.openingHours() : null, terms.zone(), pauses);
    }

    static Duration length(Terms terms) {
        return unitLength(terms).multipliedBy(terms.amount());
    }

    static Duration unitLength(Terms terms) {
        return switch (terms.unit()) {
            case CLOCK_MINUTES, BUSINESS_MINUTES -> Duration.ofMinutes(1);
            case CLOCK_HOURS, BUSINESS_HOURS -> Duration.ofHours(1);
            default -> throw new IllegalArgumentException(terms.unit() + " is not counted in time");
        };
    }

    private static LocalDate extend(Terms terms, DayCount count, LocalDate rolled, List<DayPhase> phases) {
        LocalDate due = rolled;
        for (int index : inOrder(terms)) {
            Extension extension = terms.extensions().get(index);
            LocalDate from = due;
            DayPhase phase = within(
                    "extensions[" + index + "].amount",
                    terms,
                    () -> DayPhase.extension(extension, from, count, terms.convention()));
            phases.add(phase);
            due = phase.rolled();
        }
        inYears(phases.isEmpty() || terms.extensions().isEmpty() ? "amount" : "extensions", terms, due);
        return due;
    }

    /** By the moment they were granted; those of the same moment in the order given. */
    private static List<Integer> inOrder(Terms terms) {
        return IntStream.range(0, terms.extensions().size())
                .boxed()
                .sorted(Comparator.comparing(i -> terms.extensions().get(i).on().instant(terms.zone())))
                .toList();
    }

    private static <T> T within(String field, Terms terms, Supplier<T> computation) {
        try {
            return computation.get();
        } catch (DateTimeException | ArithmeticException e) {
            throw outside(field, terms);
        }
    }

    private static void inYears(String field, Terms terms, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw outside(field, terms);
        }
    }

    private static InvalidTerms outside(String field, Terms terms) {
        int year = terms.start().date().getYear();
        return new InvalidTerms(year < FIRST_YEAR || year > LAST_YEAR ? "start" : field, "outsideYears");
    }
}
