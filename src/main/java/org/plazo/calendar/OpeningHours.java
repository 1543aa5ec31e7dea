package org.plazo.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The hours of an ordinary week in local time; a weekday that is missing is closed. They have no zone. */
public final class OpeningHours {

    private final Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);

    /**
     * @throws IllegalArgumentException if spans of a day overlap; touching is fine
     */
    public OpeningHours(Map<DayOfWeek, List<Span>> week) {
        week.forEach((weekday, spans) -> {
            List<Span> sorted =
                    spans.stream().sorted(Comparator.comparing(Span::opens)).toList();
            for (int i = 1; i < sorted.size(); i++) {
                Span before = sorted.get(i - 1);
                if (before.untilMidnight() || sorted.get(i).opens().isBefore(before.closes())) {
                    throw new IllegalArgumentException("Opening hours of " + weekday + " overlap");
                }
            }
            if (!sorted.isEmpty()) {
                this.week.put(weekday, sorted);
            }
        });
    }

    /** Sorted, without overlaps; empty on a closed weekday. */
    public List<Span> on(DayOfWeek weekday) {
        return week.getOrDefault(weekday, List.of());
    }

    /** The hours open in both. */
    OpeningHours and(OpeningHours other) {
        Map<DayOfWeek, List<Span>> common = new EnumMap<>(DayOfWeek.class);
        week.forEach((weekday, spans) -> {
            List<Span> both = new ArrayList<>();
            for (Span one : spans) {
                for (Span two : other.on(weekday)) {
                    one.and(two, both);
                }
            }
            common.put(weekday, both);
        });
        return new OpeningHours(common);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpeningHours hours && week.equals(hours.week);
    }

    @Override
    public int hashCode() {
        return week.hashCode();
    }

    @Override
    public String toString() {
        return week.toString();
    }

    /**
     * One stretch of a day.
     *
     * @param closes exclusive; 00:00 is the midnight at which the day ends
     */
    public record Span(LocalTime opens, LocalTime closes) {

        /** @throws IllegalArgumentException if it does not close after it opens */
        public Span {
            if (!closes.equals(LocalTime.MIDNIGHT) && !opens.isBefore(closes)) {
                throw new IllegalArgumentException("Opening hours " + opens + " to " + closes + " are empty");
            }
        }

        public boolean untilMidnight() {
            return closes.equals(LocalTime.MIDNIGHT);
        }

        private void and(Span other, List<Span> both) {
            LocalTime from = opens.isAfter(other.opens) ? opens : other.opens;
            LocalTime to =
                    untilMidnight() || !other.untilMidnight() && other.closes.isBefore(closes) ? other.closes : closes;
            if (to.equals(LocalTime.MIDNIGHT) || from.isBefore(to)) {
                both.add(new Span(from, to));
            }
        }
    }
}
