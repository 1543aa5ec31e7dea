package org.plazo.request.clock;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A reader who has nothing but an explained deadline as JSON, and no calendar: limit, start, pauses and extensions, and of
 * the steps only which days or times were closed. Whatever they do not call closed he takes to be open. He counts on his
 * fingers.
 */
final class ReadersDueDate {

    private record Span(Instant from, Instant to) {}

    private final JsonNode told;
    private final JsonNode limit;
    private final ZoneId zone;
    private final String unit;
    private final String convention;
    private final Instant start;
    private final Set<LocalDate> closedDays = new HashSet<>();
    private final List<Span> closedTimes = new ArrayList<>();

    private ReadersDueDate(JsonNode told) {
        this.told = told;
        this.limit = told.path("limit");
        this.zone = ZoneId.of(limit.path("zone").asText());
        this.unit = limit.path("unit").asText();
        this.convention = limit.path("convention").asText();
        this.start = Instant.parse(told.path("countedFrom").asText());
    }

    static Instant of(JsonNode told) {
        ReadersDueDate reader = new ReadersDueDate(told);
        return reader.inDays() ? reader.days() : reader.times();
    }

    private boolean inDays() {
        return unit.endsWith("_DAYS") || unit.equals("MONTHS");
    }

    private Instant days() {
        for (JsonNode step : told.path("steps")) {
            if (isClosed(step)) {
                close(
                        LocalDate.parse(step.path("from").asText()),
                        LocalDate.parse(step.path("to").asText()));
            }
        }
        ZonedDateTime local = start.atZone(zone);
        boolean late = !limit.path("cutOff").isNull()
                && !local.toLocalTime()
                        .isBefore(LocalTime.parse(limit.path("cutOff").asText()));
        LocalDate zero = late ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        LocalDate due = extended(roll(count(zero, limit.path("amount").asInt(), unit)));
        LocalTime time = !limit.path("timeOfDay").isNull()
                ? LocalTime.parse(limit.path("timeOfDay").asText())
                : late ? LocalTime.of(23, 59, 59) : local.toLocalTime();
        return due.atTime(time).atZone(zone).toInstant();
    }

    /** The count takes time; what extends it takes days again. */
    private Instant times() {
        Duration length = Duration.ofMinutes(limit.path("amount").asLong() * (unit.endsWith("_HOURS") ? 60 : 1));
        Duration counted = Duration.ZERO;
        boolean extending = false;
        for (JsonNode step : told.path("steps")) {
            Instant from = Instant.parse(step.path("from").asText());
            Instant to = Instant.parse(step.path("to").asText());
            String kind = step.path("kind").asText();
            extending |= kind.equals("EXTENDED");
            boolean counting = counted.compareTo(length) < 0;
            if (counting && kind.equals("CLOSED")) {
                closedTimes.add(new Span(from, to));
            } else if (counting && kind.equals("COUNTED")) {
                counted = counted.plus(Duration.between(from, to));
            } else if (!counting && isClosed(step)) {
                LocalDate first = from.atZone(zone).toLocalDate();
                LocalDate last = to.atZone(zone).toLocalDate();
                boolean ofTheCount = kind.equals("ROLLED") && !extending && closedDays.isEmpty();
                if (!ofTheCount) {
                    close(first.plusDays(1), last);
                } else if (convention.equals("FOLLOWING")) {
                    close(first, last.minusDays(1));
                } else {
                    close(first.plusDays(1), last);
                }
            }
        }
        ZonedDateTime end = passed(length).atZone(zone);
        LocalDate due = unit.startsWith("CLOCK") ? roll(end.toLocalDate()) : end.toLocalDate();
        LocalTime time = end.toLocalTime();
        if (!due.equals(end.toLocalDate())) {
            end = due.atTime(time).atZone(zone);
            time = end.toLocalTime();
        }
        return told.path("extensions").isEmpty()
                ? end.toInstant()
                : extended(due).atTime(time).atZone(zone).toInstant();
    }

    /** When so much time has passed that was neither closed nor paused. */
    private Instant passed(Duration length) {
        List<Span> standing = new ArrayList<>(closedTimes);
        told.path("pauses").forEach(pause -> standing.add(instants(pause)));
        standing.sort(Comparator.comparing(Span::from));
        Instant now = start;
        Duration left = length;
        for (Span span : standing) {
            if (!span.from().isBefore(now.plus(left)) || !span.to().isAfter(now)) {
                continue;
            }
            if (span.from().isAfter(now)) {
                left = left.minus(Duration.between(now, span.from()));
            }
            now = span.to();
        }
        return now.plus(left);
    }

    private LocalDate extended(LocalDate from) {
        List<JsonNode> granted = new ArrayList<>();
        told.path("extensions").forEach(granted::add);
        granted.sort(Comparator.comparing(each -> each.path("on").asText()));
        LocalDate due = from;
        for (JsonNode each : granted) {
            due = roll(count(due, each.path("amount").asInt(), each.path("unit").asText()));
        }
        return due;
    }

    private LocalDate count(LocalDate zero, int amount, String by) {
        if (by.equals("MONTHS")) {
            LocalDate end = zero.plusMonths(amount);
            for (LocalDate day = zero.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
                end = isPaused(day) ? end.plusDays(1) : end;
            }
            return end;
        }
        LocalDate day = zero;
        for (int left = amount; left > 0; ) {
            day = day.plusDays(1);
            boolean idle = isPaused(day) || (by.equals("BUSINESS_DAYS") && closedDays.contains(day));
            left -= idle ? 0 : 1;
        }
        return day;
    }

    private LocalDate roll(LocalDate from) {
        LocalDate day = from;
        while (!convention.equals("NONE") && closedDays.contains(day)) {
            day = day.plusDays(convention.equals("FOLLOWING") ? 1 : -1);
        }
        return day;
    }

    private boolean isPaused(LocalDate day) {
        for (JsonNode pause : told.path("pauses")) {
            Span span = instants(pause);
            if (!day.isBefore(LocalDate.ofInstant(span.from(), zone))
                    && day.isBefore(LocalDate.ofInstant(span.to(), zone))) {
                return true;
            }
        }
        return false;
    }

    /** The day that a roll reaches is named in the steps too, and is not closed by any calendar. */
    private static boolean isClosed(JsonNode step) {
        return !step.path("calendars").isEmpty()
                && (step.path("kind").asText().equals("CLOSED")
                        || step.path("kind").asText().equals("ROLLED"));
    }

    private void close(LocalDate first, LocalDate last) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            closedDays.add(day);
        }
    }

    private static Span instants(JsonNode span) {
        return new Span(
                Instant.parse(span.path("from").asText()),
                Instant.parse(span.path("to").asText()));
    }
}
