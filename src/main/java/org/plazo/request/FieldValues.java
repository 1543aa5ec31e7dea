package org.plazo.request;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of fields as they were given; blank ones count as missing. */
record FieldValues(Map<RequestField, String> values) {

    @Nullable
    String value(RequestField field) {
        String value = values.get(field);
        return value == null || value.isBlank() ? null : value;
    }

    String text(RequestField field) {
        String value = value(field);
        return value == null ? "" : value;
    }

    /** @throws InvalidInput naming the field */
    @Nullable
    LocalDate date(RequestField field) {
        String value = value(field);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field.apiName(), "must be a date such as 2026-03-06");
        }
    }

    /** @throws InvalidInput naming the field */
    Urgency urgency() {
        String value = value(RequestField.URGENCY);
        if (value == null) {
            return Urgency.ROUTINE;
        }
        return Arrays.stream(Urgency.values())
                .filter(urgency -> urgency.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("urgency", "must be one of " + Arrays.toString(Urgency.values())));
    }

    Map<RequestField, String> beside(Set<RequestField> others) {
        Map<RequestField, String> rest = new EnumMap<>(RequestField.class);
        values.forEach((field, value) -> {
            if (!others.contains(field) && !value.isBlank()) {
                rest.put(field, value);
            }
        });
        return rest;
    }
}
