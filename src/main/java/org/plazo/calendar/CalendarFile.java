package org.plazo.calendar;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code config/calendars/<id>.yaml}; what cannot be used is an {@link InvalidCalendarFile}. */
public final class CalendarFile {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private CalendarFile() {}

    /** All calendars of a folder. */
    public static List<NamedCalendar> readAll(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .map(CalendarFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The calendars in " + folder + " cannot be read", e);
        }
    }

    static NamedCalendar read(Path file) {
        try {
            String name = file.getFileName().toString();
            return parse(name, name.substring(0, name.length() - ".yaml".length()), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** What a file says, without comments, layout and the order of keys. */
    static String canonical(String file, String yaml) {
        try {
            return CANONICAL.writeValueAsString(CANONICAL.treeToValue(YAML.readTree(yaml), Object.class));
        } catch (JsonProcessingException e) {
            throw new InvalidCalendarFile(file, "is not YAML: " + e.getOriginalMessage(), e);
        }
    }

    static NamedCalendar parse(String file, String id, String yaml) {
        JsonNode node;
        try {
            node = YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new InvalidCalendarFile(file, "is not YAML: " + e.getOriginalMessage(), e);
        }
        YamlEntry root = new YamlEntry(file, "", node);
        root.onlyKeys("id", "name", "weeklyClosed", "jollyday", "rules", "closures", "workingDays", "openingHours");
        if (!root.required("id").text().equals(id)) {
            throw root.required("id").problem("must be the file's name, " + id);
        }
        if (!id.matches("[a-z][a-z0-9-]*") || id.equals(BusinessCalendar.AD_HOC)) {
            throw root.required("id")
                    .problem("may have lower-case letters, digits and hyphens, and not be " + BusinessCalendar.AD_HOC);
        }
        List<Closure> closures = closures(root);
        return new NamedCalendar(
                id,
                root.required("name").bothLanguages(),
                weekdays(root.required("weeklyClosed")),
                closures,
                workingDays(root, closures),
                openingHours(root.optional("openingHours")));
    }

    private static List<Closure> closures(YamlEntry root) {
        List<Closure> closures = new ArrayList<>();
        YamlEntry country = root.optional("jollyday");
        if (country != null) {
            if (!JollydayCountry.isKnown(country.text())) {
                throw country.problem("Jollyday knows no country \"" + country.text() + "\"");
            }
            closures.addAll(JollydayCountry.closures(country.text()));
        }
        for (YamlEntry rule : root.list("rules")) {
            RuleEntry.rule(rule).closures(DaySet.FIRST.getYear(), DaySet.LAST.getYear() + 1, closures::add);
        }
        dated(root, "closures").forEach((date, reason) -> closures.add(new Closure(date, reason)));
        return closures;
    }

    /** A day that is both in {@code closures} and in {@code workingDays} is a contradiction; a rule is overruled. */
    private static NavigableMap<LocalDate, LocalizedText> workingDays(YamlEntry root, List<Closure> closures) {
        NavigableMap<LocalDate, LocalizedText> working = dated(root, "workingDays");
        Set<LocalDate> closed = dated(root, "closures").keySet();
        for (LocalDate day : working.keySet()) {
            if (closed.contains(day)) {
                throw root.required("workingDays").problem(day + " is also in closures");
            }
            if (!weekdays(root.required("weeklyClosed")).contains(day.getDayOfWeek())
                    && closures.stream().noneMatch(closure -> closure.date().equals(day))) {
                throw root.required("workingDays").problem(day + " is a working day anyway");
            }
        }
        return working;
    }

    private static NavigableMap<LocalDate, LocalizedText> dated(YamlEntry root, String list) {
        NavigableMap<LocalDate, LocalizedText> days = new TreeMap<>();
        for (YamlEntry entry : root.list(list)) {
            entry.onlyKeys("date", "reason", "basis");
            LocalDate date = entry.required("date").date();
            if (days.put(date, entry.required("reason").bothLanguages()) != null) {
                throw entry.required("date").problem(date + " is listed twice");
            }
        }
        return days;
    }

    private static Set<DayOfWeek> weekdays(YamlEntry list) {
        Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        for (YamlEntry entry : list.elements()) {
            weekdays.add(entry.oneOf(DayOfWeek.class));
        }
        if (weekdays.size() == DayOfWeek.values().length) {
            throw list.problem("leaves no day open");
        }
        return weekdays;
    }

    private static @Nullable OpeningHours openingHours(@Nullable YamlEntry hours) {
        if (hours == null) {
            return null;
        }
        hours.onlyKeys("reason", "week");
        hours.required("reason").bothLanguages();
        YamlEntry week = hours.required("week");
        week.onlyKeys(Stream.of(DayOfWeek.values()).map(Enum::name).toArray(String[]::new));
        Map<DayOfWeek, List<OpeningHours.Span>> spans = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            for (YamlEntry span : week.list(weekday.name())) {
                spans.computeIfAbsent(weekday, d -> new ArrayList<>()).add(span(span));
            }
        }
        try {
            return new OpeningHours(spans);
        } catch (IllegalArgumentException e) {
            throw week.problem("the hours of a day overlap");
        }
    }

    private static OpeningHours.Span span(YamlEntry entry) {
        List<YamlEntry> ends = entry.elements();
        try {
            String closes = ends.get(1).text();
            return new OpeningHours.Span(
                    LocalTime.parse(ends.get(0).text()),
                    closes.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(closes));
        } catch (RuntimeException e) {
            throw entry.problem("must be two times such as [\"08:00\", \"17:00\"], the second one later");
        }
    }
}
