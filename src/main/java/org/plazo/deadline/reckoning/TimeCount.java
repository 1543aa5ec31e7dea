package org.plazo.deadline.reckoning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.calendar.BusinessCalendar;
import org.plazo.calendar.OpeningHours;

/** Counts elapsed time, either all of it or that inside opening hours; forward without the pauses. */
final class TimeCount {

    /** A due date lies in 1970 to 2199 in every zone, or nowhere. */
    private static final Instant FIRST = Instant.parse("1969-12-30T00:00:00Z");

    private static final Instant LAST = Instant.parse("2200-01-03T00:00:00Z");

    private final BusinessCalendar calendar;
    private final @Nullable OpeningHours hours;
    private final ZoneId zone;
    private final List<Stretch> pauses;

    /** @param hours null: all time counts */
    TimeCount(BusinessCalendar calendar, @Nullable OpeningHours hours, ZoneId zone, List<Pause> pauses) {
        this.calendar = calendar;
        this.hours = hours;
        this.zone = zone;
        this.pauses = pauses.stream()
                .map(pause -> new Stretch(pause.from().instant(zone), pause.to().instant(zone)))
                .filter(pause -> pause.from().isBefore(pause.to()))
                .sorted(Comparator.comparing(Stretch::from))
                .toList();
    }

    List<Stretch> pauses() {
        return pauses;
    }

    /**
     * The instant at which a count ends: exactly at a closing, or at an opening if it runs backwards, it stays there.
     *
     * @param counted is told every stretch that counts, in order
     */
    Instant count(Instant start, Duration amount, StretchListener counted) {
        if (hours == null && amount.isNegative()) {
            Instant end = start.plus(amount);
            counted.on(end, start);
            return end;
        }
        if (amount.isNegative()) {
            return backward(start, amount.negated(), counted);
        }
        Instant begin = begin(start);
        return amount.isZero() ? begin : forward(begin, amount, counted);
    }

    /** The start itself, or the next opening if it is outside opening hours. */
    Instant begin(Instant start) {
        if (hours == null) {
            return start;
        }
        for (LocalDate day = openDay(LocalDate.ofInstant(start, zone).minusDays(1)); ; day = openDay(day.plusDays(1))) {
            for (Stretch open : openOn(day)) {
                if (open.to().isAfter(start)) {
                    return open.from().isAfter(start) ? open.from() : start;
                }
            }
        }
    }

    private Instant forward(Instant begin, Duration amount, StretchListener counted) {
        Left left = new Left(amount);
        if (hours == null) {
            Instant end = left.useUp(begin, LAST, counted);
            return end == null ? LAST : end;
        }
        for (LocalDate day = openDay(LocalDate.ofInstant(begin, zone).minusDays(1)); ; day = openDay(day.plusDays(1))) {
            for (Stretch open : openOn(day)) {
                if (open.from().isAfter(LAST)) {
                    return open.from();
                }
                if (open.to().isAfter(begin)) {
                    Instant end = left.useUp(begin.isAfter(open.from()) ? begin : open.from(), open.to(), counted);
                    if (end != null) {
                        return end;
                    }
                }
            }
        }
    }

    private Instant backward(Instant start, Duration amount, StretchListener counted) {
        Duration left = amount;
        LocalDate day =
                calendar.sameOrPreviousOpen(LocalDate.ofInstant(start, zone).plusDays(1));
        for (; ; day = calendar.sameOrPreviousOpen(day.minusDays(1))) {
            List<Stretch> spans = openOn(day);
            for (int i = spans.size() - 1; i >= 0; i--) {
                Stretch open = spans.get(i);
                if (open.to().isBefore(FIRST)) {
                    return open.to();
                }
                if (open.from().isBefore(start)) {
                    Instant to = open.to().isAfter(start) ? start : open.to();
                    Duration length = Duration.between(open.from(), to);
                    if (left.compareTo(length) <= 0) {
                        counted.on(to.minus(left), to);
                        return to.minus(left);
                    }
                    counted.on(open.from(), to);
                    left = left.minus(length);
                }
            }
        }
    }

    private LocalDate openDay(LocalDate day) {
        return calendar.sameOrNextOpen(day);
    }

    /** The opening hours of an open day as instants. Where a gap makes two of them overlap, the time counts once. */
    List<Stretch> openOn(LocalDate day) {
        if (hours == null) {
            return List.of();
        }
        List<OpeningHours.Span> spans = hours.on(day.getDayOfWeek());
        List<Stretch> open = new ArrayList<>(spans.size());
        ZoneOffset offset = offsetAllDay(day);
        Instant before = Instant.MIN;
        for (OpeningHours.Span span : spans) {
            Instant from = instant(day, span.opens(), offset);
            Instant to = instant(span.untilMidnight() ? day.plusDays(1) : day, span.closes(), offset);
            if (from.isBefore(before)) {
                from = before;
            }
            if (from.isBefore(to)) {
                open.add(new Stretch(from, to));
                before = to;
            }
        }
        return open;
    }

    private Instant instant(LocalDate day, LocalTime time, @Nullable ZoneOffset offset) {
        return offset == null
                ? Moment.at(day, time, zone)
                : Instant.ofEpochSecond(
                        day.toEpochDay() * 86_400 + time.toSecondOfDay() - offset.getTotalSeconds(), time.getNano());
    }

    /** The offset from midnight to midnight; null if it changes. */
    private @Nullable ZoneOffset offsetAllDay(LocalDate day) {
        ZoneOffset first = zone.getRules().getOffset(day.atStartOfDay());
        return first.equals(zone.getRules().getOffset(day.plusDays(1).atStartOfDay())) ? first : null;
    }

    /** From inclusive, to exclusive. */
    record Stretch(Instant from, Instant to) {}

    /** Is told of stretches of counted time. */
    interface StretchListener {
        void on(Instant from, Instant to);
    }

    /** What is left of a forward count. */
    private final class Left {

        private Duration amount;
        private int nextPause;

        private Left(Duration amount) {
            this.amount = amount;
        }

        /** Counts a stretch without its pauses; the instant at which the count ends, or null if something is left. */
        private @Nullable Instant useUp(Instant from, Instant to, StretchListener counted) {
            Instant cursor = from;
            while (cursor.isBefore(to)) {
                while (nextPause < pauses.size() && !pauses.get(nextPause).to().isAfter(cursor)) {
                    nextPause++;
                }
                Stretch pause = nextPause < pauses.size() ? pauses.get(nextPause) : null;
                Instant running = pause == null || !pause.from().isBefore(to) ? to : pause.from();
                if (cursor.isBefore(running)) {
                    if (amount.compareTo(Duration.between(cursor, running)) <= 0) {
                        counted.on(cursor, cursor.plus(amount));
                        return cursor.plus(amount);
                    }
                    counted.on(cursor, running);
                    amount = amount.minus(Duration.between(cursor, running));
                }
                cursor = pause == null ? to : pause.to();
            }
            return null;
        }
    }
}
