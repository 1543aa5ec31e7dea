package org.plazo.workflow.policy;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The outputs of one row of a decision table, read with errors that name table, row and column. */
record Row(String table, String name, Map<String, @Nullable Object> outputs) {

    String text(String column) {
        Object value = outputs.get(column);
        if (value == null || value.toString().isBlank()) {
            throw refused(column, "is empty");
        }
        return value.toString().strip();
    }

    int number(String column) {
        if (outputs.get(column) instanceof Number number && number.doubleValue() == number.intValue()) {
            return number.intValue();
        }
        throw refused(column, "must be a whole number, not " + outputs.get(column));
    }

    /** Null if the column is empty, or not there. */
    @Nullable
    Integer numberOrNull(String column) {
        return outputs.get(column) == null ? null : (Integer) number(column);
    }

    boolean flag(String column) {
        Object value = outputs.get(column);
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw refused(column, "must be true or false, not " + value);
    }

    /** Null if the column is empty. */
    @Nullable
    LocalTime timeOfDay(String column) {
        Object value = outputs.get(column);
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        try {
            return LocalTime.parse(value.toString().strip());
        } catch (DateTimeException e) {
            throw refused(column, "must be a time of day such as 17:00, not " + value);
        }
    }

    <E extends Enum<E>> E choice(String column, Class<E> type) {
        return choice(column, text(column), type);
    }

    /** Several choices, separated by commas. */
    <E extends Enum<E>> Set<E> choices(String column, Class<E> type) {
        Set<E> choices = EnumSet.noneOf(type);
        for (String each : text(column).split(",", -1)) {
            choices.add(choice(column, each.strip(), type));
        }
        return choices;
    }

    TableNotUsable refused(String column, String reason) {
        return new TableNotUsable(table, name, column + " " + reason);
    }

    private <E extends Enum<E>> E choice(String column, String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(value))
                .findFirst()
                .orElseThrow(() ->
                        refused(column, "is " + value + "; known are " + Arrays.toString(type.getEnumConstants())));
    }
}
