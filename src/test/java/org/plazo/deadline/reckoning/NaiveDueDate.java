package org.plazo.deadline.reckoning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;

/**
 * An obvious and slow model of the same rules, which walks every day and every minute and shares no code with the
 * computation. It knows closed days from the lists of the law only, so from 2018 to 2030.
 *
 * @param week opening hours in whole minutes
 */
public record NaiveDueDate(
        LocalDateTime start,
        boolean startHasTime,
        int amount,
        LimitUnit unit,
        RollConvention convention,
        List<String> calendars,
        Set<DayOfWeek> weekend,
        Set<LocalDate> holidays,
        Map<DayOfWeek, List<LocalTime[]>> week,
        ZoneId zone,
        @Nullable LocalTime timeOfDay,
        @Nullable LocalTime cutOff,
        List<LocalDate[]> pauses,
        List<Extension> extensions) {

    private static final Map<String, Set<LocalDate>> LAW = Map.of("us", law("us"), "cu", law("cu"));

    /** Due on, due at, originally due on. */
    public record Answer(LocalDate dueOn, Instant dueAt, LocalDate originalDueOn) {}

    public Answer answer() {
        return unit.inDays() ? days() : minutes();
    }

    private Answer days() {
        boolean late = startHasTime && cutOff != null && !start.toLocalTime().isBefore(cutOff);
        LocalDate zero = late ? start.toLocalDate().plusDays(1) : start.toLocalDate();
        LocalDate original = roll(count(zero, amount, unit, false));
        LocalDate due = roll(count(zero, amount, unit, true));
        List<Extension> granted = extensions.stream()
                .sorted(Comparator.comparing(extension -> extension.on().date()))
                .toList();
        for (Extension extension : granted) {
            due = roll(count(due, extension.amount(), extension.unit(), true));
        }
        LocalTime time =
                timeOfDay != null ? timeOfDay : startHasTime && !late ? start.toLocalTime() : LocalTime.of(23, 59, 59);
        return new Answer(due, ZonedDateTime.of(due, time, zone).toInstant(), original);
    }

    private LocalDate count(LocalDate zero, int n, LimitUnit unit, boolean pausing) {
        if (unit == LimitUnit.MONTHS) {
            LocalDate moving = zero.plusMonths(n);
            for (LocalDate day = zero.plusDays(1); !day.isAfter(moving); day = day.plusDays(1)) {
                if (pausing && isPaused(day)) {
                    moving = moving.plusDays(1);
                }
            }
            return moving;
        }
        LocalDate day = zero;
        for (int left = Math.abs(n); left > 0; ) {
            day = day.plusDays(Integer.signum(n));
            boolean counts = unit == LimitUnit.CALENDAR_DAYS || isOpen(day);
            if (counts && !(pausing && isPaused(day))) {
                left--;
            }
        }
        return day;
    }

    private LocalDate roll(LocalDate date) {
        LocalDate day = date;
        while (convention != RollConvention.NONE && !isOpen(day)) {
            day = day.plusDays(convention == RollConvention.FOLLOWING ? 1 : -1);
        }
        return day;
    }

    private Answer minutes() {
        Instant due = rolled(count(true));
        Instant original = rolled(count(false));
        return new Answer(LocalDate.ofInstant(due, zone), due, LocalDate.ofInstant(original, zone));
    }

    private Instant count(boolean pausing) {
        Duration minute = Duration.ofMinutes(1);
        boolean hours = unit == LimitUnit.CLOCK_HOURS || unit == LimitUnit.BUSINESS_HOURS;
        int left = Math.abs(amount) * (hours ? 60 : 1);
        Instant now = start.atZone(zone).toInstant();
        if (amount < 0) {
            Instant end = now;
            while (left > 0) {
                now = now.minus(minute);
                if (isOpen(now)) {
                    left--;
                    end = now;
                }
            }
            return end;
        }
        while (!isOpen(now)) {
            now = now.plus(minute);
        }
        Instant end = now;
        for (; left > 0; now = now.plus(minute)) {
            if (isOpen(now) && !(pausing && isPaused(now))) {
                left--;
                end = now.plus(minute);
            }
        }
        return end;
    }

    private Instant rolled(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        LocalDate day = unit.inOpeningHours() ? local.toLocalDate() : roll(local.toLocalDate());
        return day.equals(local.toLocalDate())
                ? instant
                : day.atTime(local.toLocalTime()).atZone(zone).toInstant();
    }

    private boolean isOpen(LocalDate day) {
        return !weekend.contains(day.getDayOfWeek())
                && !holidays.contains(day)
                && calendars.stream().noneMatch(id -> LAW.get(id).contains(day));
    }

    private boolean isOpen(Instant instant) {
        if (!unit.inOpeningHours()) {
            return true;
        }
        LocalDate day = LocalDate.ofInstant(instant, zone);
        return isOpen(day)
                && week.getOrDefault(day.getDayOfWeek(), List.of()).stream()
                        .anyMatch(span -> !instant.isBefore(
                                        day.atTime(span[0]).atZone(zone).toInstant())
                                && instant.isBefore(
                                        day.atTime(span[1]).atZone(zone).toInstant()));
    }

    private boolean isPaused(LocalDate day) {
        return pauses.stream().anyMatch(pause -> !day.isBefore(pause[0]) && day.isBefore(pause[1]));
    }

    private boolean isPaused(Instant instant) {
        return pauses.stream()
                .anyMatch(pause -> !instant.isBefore(pause[0].atStartOfDay(zone).toInstant())
                        && instant.isBefore(pause[1].atStartOfDay(zone).toInstant()));
    }

    private static Set<LocalDate> law(String id) {
        try {
            Set<LocalDate> days = new HashSet<>();
            for (String line : Files.readAllLines(Path.of("src/test/resources/calendars", id + ".csv"))) {
                if (!line.startsWith("#")) {
                    days.add(LocalDate.parse(line.substring(0, 10)));
                }
            }
            return days;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
