package org.plazo.deadline.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.reckoning.InvalidTerms;
import org.plazo.deadline.reckoning.Moment;

/** A value of the body that knows its place, such as {@code pauses[0].to}. Nothing is converted: a text is no number. */
record JsonField(String path, JsonNode node) {

    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .parseLenient()
            .appendOffsetId()
            .optionalEnd()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    InvalidTerms problem(String problem, Object... arguments) {
        return new InvalidTerms(path, problem, arguments);
    }

    void onlyFields(String... known) {
        if (!node.isObject()) {
            throw problem("notAnObject");
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!Arrays.asList(known).contains(name)) {
                throw new InvalidTerms(child(name), "unknownField", String.join(", ", known));
            }
        }
    }

    /** An explicit null is the same as nothing. */
    @Nullable
    JsonField optional(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : new JsonField(child(name), value);
    }

    JsonField required(String name) {
        JsonField value = optional(name);
        if (value == null) {
            throw new InvalidTerms(child(name), "missing");
        }
        return value;
    }

    List<JsonField> list(String name, int most) {
        JsonField list = optional(name);
        return list == null ? List.of() : list.elements(most);
    }

    List<JsonField> elements(int most) {
        if (!node.isArray()) {
            throw problem("notAList");
        }
        if (node.size() > most) {
            throw problem("listTooLong", most);
        }
        List<JsonField> elements = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(new JsonField(path + "[" + i + "]", node.get(i)));
        }
        return elements;
    }

    String text() {
        if (!node.isTextual()) {
            throw problem("notAText");
        }
        return node.textValue();
    }

    /** A number too large for an int becomes one that is too large for every amount. */
    int wholeNumber() {
        if (!node.isIntegralNumber()) {
            throw problem("notAWholeNumber");
        }
        return node.canConvertToInt() ? node.intValue() : Integer.MAX_VALUE;
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        String text = text();
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        throw problem("notOneOf", shown(text), Arrays.toString(type.getEnumConstants()));
    }

    ZoneId zone() {
        try {
            return ZoneId.of(text());
        } catch (DateTimeException e) {
            throw problem("unknownZone", shown(text()));
        }
    }

    LocalDate date() {
        try {
            return inFourDigits(LocalDate.parse(text()));
        } catch (DateTimeException e) {
            throw problem("notADate", shown(text()));
        }
    }

    /** A local time of day, such as 17:00; 24:00 is none. */
    LocalTime time() {
        try {
            return LocalTime.parse(text());
        } catch (DateTimeException e) {
            throw problem("notATime", shown(text()));
        }
    }

    /** A date, a date-time with offset, or a local date-time that is read in the zone. */
    Moment moment(ZoneId zone) {
        String text = text();
        try {
            if (text.length() <= "2026-01-31".length()) {
                return Moment.of(inFourDigits(LocalDate.parse(text)));
            }
            TemporalAccessor time = DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            inFourDigits(LocalDate.from(time));
            return time instanceof OffsetDateTime offset
                    ? Moment.of(offset.toInstant(), zone)
                    : Moment.of(LocalDateTime.from(time).atZone(zone).toInstant(), zone);
        } catch (DateTimeException e) {
            throw problem("notAMoment", shown(text));
        }
    }

    private static LocalDate inFourDigits(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new DateTimeException("The year has not four digits");
        }
        return date;
    }

    /** What was given, short enough to be repeated. */
    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private String child(String name) {
        String shown = shown(name);
        return path.isEmpty() ? shown : path + "." + shown;
    }
}
