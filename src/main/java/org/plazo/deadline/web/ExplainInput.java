package org.plazo.deadline.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plazo.calendar.BusinessCalendar;
import org.plazo.calendar.CalendarVersions;
import org.plazo.calendar.NoOpenDay;
import org.plazo.calendar.OpeningHours;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;
import org.plazo.deadline.reckoning.Extension;
import org.plazo.deadline.reckoning.InvalidTerms;
import org.plazo.deadline.reckoning.Pause;
import org.plazo.deadline.reckoning.Terms;

/** Reads the body of a question for a due date; the first thing that is wrong with it is an {@link InvalidTerms}. */
final class ExplainInput {

    /** Names the whole body where no field can be named. */
    static final String BODY = "body";

    private static final ZoneId UTC = ZoneId.of("UTC");

    private static final int MOST_CALENDARS = 20;
    private static final int MOST_HOLIDAYS = 10_000;
    private static final int MOST_PAUSES = 5_000;
    private static final int MOST_EXTENSIONS = 1_000;
    private static final int MOST_SPANS = 24;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final CalendarVersions calendars;

    ExplainInput(CalendarVersions calendars) {
        this.calendars = calendars;
    }

    Terms read(byte[] json) {
        JsonField body = body(json);
        body.onlyFields(
                "start",
                "amount",
                "unit",
                "convention",
                "calendars",
                "holidays",
                "weekend",
                "zone",
                "timeOfDay",
                "cutOff",
                "openingHours",
                "pauses",
                "extensions");
        JsonField zoneId = body.optional("zone");
        ZoneId zone = zoneId == null ? UTC : zoneId.zone();
        JsonField start = body.required("start");
        int amount = body.required("amount").wholeNumber();
        LimitUnit unit = body.required("unit").oneOf(LimitUnit.class);
        JsonField convention = body.optional("convention");
        RollConvention roll = convention != null
                ? convention.oneOf(RollConvention.class)
                : unit.inDays() ? RollConvention.FOLLOWING : RollConvention.NONE;
        JsonField timeOfDay = body.optional("timeOfDay");
        JsonField cutOff = body.optional("cutOff");
        return new Terms(
                start.moment(zone),
                amount,
                unit,
                roll,
                calendar(body),
                openingHours(body.optional("openingHours")),
                zone,
                timeOfDay == null ? null : timeOfDay.time(),
                cutOff == null ? null : cutOff.time(),
                body.list("pauses", MOST_PAUSES).stream()
                        .map(pause -> pause(pause, zone))
                        .toList(),
                body.list("extensions", MOST_EXTENSIONS).stream()
                        .map(extension -> extension(extension, zone))
                        .toList());
    }

    private static JsonField body(byte[] json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidTerms(BODY, "notJson", e.getOriginalMessage());
        } catch (IOException e) {
            throw new InvalidTerms(BODY, "notJson", String.valueOf(e.getMessage()));
        }
        if (!node.isObject()) {
            throw new InvalidTerms(BODY, "notAnObject");
        }
        return new JsonField("", node);
    }

    private BusinessCalendar calendar(JsonField body) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonField id : body.list("calendars", MOST_CALENDARS)) {
            if (calendars.inForce().find(id.text()).isEmpty()) {
                throw id.problem(
                        "unknownCalendar", String.join(", ", calendars.inForce().configuredIds()));
            }
            ids.add(id.text());
        }
        Set<LocalDate> holidays = new LinkedHashSet<>();
        for (JsonField holiday : body.list("holidays", MOST_HOLIDAYS)) {
            holidays.add(holiday.date());
        }
        JsonField weekend = body.optional("weekend");
        Set<DayOfWeek> closed = weekend == null ? null : weekdays(weekend);
        try {
            return calendars.inForce().together(List.copyOf(ids), closed).closedOn(holidays);
        } catch (NoOpenDay e) {
            throw new InvalidTerms(weekend == null ? "calendars" : "weekend", "noOpenDay");
        }
    }

    private static Set<DayOfWeek> weekdays(JsonField weekend) {
        Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        for (JsonField weekday : weekend.elements(MOST_CALENDARS)) {
            weekdays.add(weekday.oneOf(DayOfWeek.class));
        }
        return weekdays;
    }

    private static @Nullable OpeningHours openingHours(@Nullable JsonField hours) {
        if (hours == null) {
            return null;
        }
        hours.onlyFields(Stream.of(DayOfWeek.values()).map(Enum::name).toArray(String[]::new));
        Map<DayOfWeek, List<OpeningHours.Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            List<OpeningHours.Span> spans = new ArrayList<>();
            for (JsonField span : hours.list(weekday.name(), MOST_SPANS)) {
                spans.add(span(span));
                week.put(weekday, spans);
                try {
                    new OpeningHours(Map.of(weekday, spans));
                } catch (IllegalArgumentException e) {
                    throw span.problem("spansOverlap");
                }
            }
        }
        return new OpeningHours(week);
    }

    private static OpeningHours.Span span(JsonField span) {
        List<JsonField> ends = span.elements(2);
        if (ends.size() != 2) {
            throw span.problem("notASpan");
        }
        LocalTime opens = ends.get(0).time();
        JsonField end = ends.get(1);
        boolean midnight = end.text().equals("24:00");
        LocalTime closes = midnight ? LocalTime.MIDNIGHT : end.time();
        if (!midnight && !opens.isBefore(closes)) {
            throw span.problem("notASpan");
        }
        return new OpeningHours.Span(opens, closes);
    }

    private static Pause pause(JsonField pause, ZoneId zone) {
        pause.onlyFields("from", "to");
        return new Pause(
                pause.required("from").moment(zone), pause.required("to").moment(zone));
    }

    private static Extension extension(JsonField extension, ZoneId zone) {
        extension.onlyFields("on", "amount", "unit");
        return new Extension(
                extension.required("on").moment(zone),
                extension.required("amount").wholeNumber(),
                extension.required("unit").oneOf(LimitUnit.class));
    }
}
