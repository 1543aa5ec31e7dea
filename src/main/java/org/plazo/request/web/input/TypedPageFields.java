package org.plazo.request.web.input;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was typed into a form of the request's page; times are those of the home side's zone. */
public final class TypedPageFields {

    /** A field that the page itself refuses; {@code messageKey} says why. */
    public static final class Refused extends RuntimeException {

        private final String field;
        private final String messageKey;

        public Refused(String field, String messageKey) {
            super(field + ": " + messageKey);
            this.field = field;
            this.messageKey = messageKey;
        }

        public String field() {
            return field;
        }

        public String messageKey() {
            return messageKey;
        }
    }

    private final Map<String, String> typed;
    private final ZoneId zone;
    private final Clock clock;

    public TypedPageFields(Map<String, String> typed, ZoneId zone, Clock clock) {
        this.typed = Map.copyOf(typed);
        this.zone = zone;
        this.clock = clock;
    }

    /** Null if nothing was typed. */
    @Nullable
    public String text(String name) {
        String text = typed.getOrDefault(name, "").strip();
        return text.isEmpty() ? null : text;
    }

    public String required(String name) {
        String text = text(name);
        if (text == null) {
            throw new Refused(name, "pages.field.missing");
        }
        return text;
    }

    /** Positions, from 1, of the entries of a list about which something was typed. */
    public Set<Integer> positions(String list) {
        Pattern entry = Pattern.compile(Pattern.quote(list) + "\\[(\\d{1,3})]\\..*");
        Set<Integer> positions = new TreeSet<>();
        typed.forEach((name, value) -> {
            Matcher found = entry.matcher(name);
            if (!value.isBlank() && found.matches()) {
                positions.add(Integer.parseInt(found.group(1)) + 1);
            }
        });
        return positions;
    }

    public boolean yes(String name) {
        return switch (required(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Refused(name, "pages.field.choose");
        };
    }

    public <E extends Enum<E>> E choice(String name, Class<E> choices) {
        try {
            return Enum.valueOf(choices, required(name));
        } catch (IllegalArgumentException unknown) {
            throw new Refused(name, "pages.field.choose");
        }
    }

    @Nullable
    public LocalDate date(String name) {
        String text = text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new Refused(name, "pages.field.date");
        }
    }

    public LocalDate requiredDate(String name) {
        required(name);
        return Objects.requireNonNull(date(name));
    }

    @Nullable
    public Integer number(String name) {
        String text = text(name);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException unreadable) {
            throw new Refused(name, "pages.field.number");
        }
    }

    /** Null if nothing was typed, which means now. */
    @Nullable
    public Instant time(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        Instant time;
        try {
            time = LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw new Refused(name, "pages.field.time");
        }
        if (time.isAfter(clock.instant())) {
            throw new Refused(name, "pages.field.future");
        }
        return time;
    }
}
