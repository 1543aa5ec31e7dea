package org.plazo.workflow.task;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** What somebody had typed into a form when it was read. Dates are read in the home side's zone. */
final class TypedForm {

    private static final LocalTime NOON = LocalTime.NOON;

    private final VariableMap variables;
    private final ZoneId zone;
    private final Clock clock;

    TypedForm(VariableScope variables, ZoneId zone, Clock clock) {
        this.variables = variables.getVariablesTyped(false);
        this.zone = zone;
        this.clock = clock;
    }

    /** Null if nothing was typed. */
    @Nullable
    String text(String field) {
        Object value = variables.get(field);
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        return value.toString().strip();
    }

    String required(String field) {
        String text = text(field);
        if (text == null) {
            throw FormRefused.of(field, "missing");
        }
        return text;
    }

    <E extends Enum<E>> E choice(String field, Class<E> type) {
        String text = required(field);
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> FormRefused.of(field, "choice"));
    }

    /** One entry a line; empty lines are dropped. */
    List<String> lines(String field) {
        return required(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @Nullable
    LocalDate date(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw FormRefused.of(field, "date");
        }
    }

    LocalDate requiredDate(String field) {
        LocalDate date = date(field);
        if (date == null) {
            throw FormRefused.of(field, "missing");
        }
        return date;
    }

    /**
     * A date, or a date with a time such as {@code 2026-03-14 15:30}; null if nothing was typed. Today's date alone means
     * now, an earlier one noon of that day.
     */
    @Nullable
    Instant instant(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            if (text.length() > 10) {
                return LocalDateTime.parse(text.replaceFirst("[ T]+", "T"))
                        .atZone(zone)
                        .toInstant();
            }
            LocalDate date = LocalDate.parse(text);
            return date.equals(LocalDate.now(clock.withZone(zone)))
                    ? clock.instant()
                    : date.atTime(NOON).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw FormRefused.of(field, "instant");
        }
    }
}
