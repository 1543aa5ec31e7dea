package org.plazo.request.web.input;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.plazo.request.InvalidInput;

/** Reads the fields of bodies and addresses that are more than text; what cannot be read is named. */
public final class Fields {

    private Fields() {}

    public static @Nullable LocalDate date(String field, @Nullable String value) {
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, "must be a date such as 2026-03-06");
        }
    }

    public static @Nullable Instant instant(String field, @Nullable String value) {
        try {
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, "must be a date-time with offset such as 2026-03-06T14:00:00Z");
        }
    }

    public static <E extends Enum<E>> E code(String field, String value, Class<E> codes) {
        for (E code : codes.getEnumConstants()) {
            if (code.name().equals(value)) {
                return code;
            }
        }
        throw new InvalidInput(field, "must be one of " + Arrays.toString(codes.getEnumConstants()));
    }

    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidInput(field, "is missing");
        }
        return value;
    }
}
