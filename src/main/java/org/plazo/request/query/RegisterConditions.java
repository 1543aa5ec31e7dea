package org.plazo.request.query;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.request.AgeClass;
import org.plazo.request.Lifecycle;
import org.plazo.request.Parties;
import org.plazo.request.RegisterFilter;
import org.plazo.request.Timeliness;
import org.plazo.request.access.AccessClasses;
import org.plazo.request.content.SearchText;
import org.plazo.security.CurrentActor;
import org.springframework.stereotype.Component;

/** Turns a filter into the condition of a statement, together with what the reader may see. */
@Component
class RegisterConditions {

    private static final String NO_BROKEN_PROMISE = " and (running_promised_at is null or running_promised_at >= :now)";

    /** Thresholds are instants, so that the due instant's index serves the filter. No two conditions hold at once. */
    static final Map<Timeliness, String> TIMELINESS = Map.of(
            Timeliness.NO_DEADLINE, "running_kind is null",
            Timeliness.PAUSED, "running_kind is not null and running_due_at is null",
            Timeliness.ON_TIME, "running_due_at > :soonUntil" + NO_BROKEN_PROMISE,
            Timeliness.DUE_SOON, "running_due_at >= :now and running_due_at <= :soonUntil" + NO_BROKEN_PROMISE,
            Timeliness.OVERDUE, "running_due_at < :now and running_due_at >= :longBefore" + NO_BROKEN_PROMISE,
            Timeliness.LONG_OVERDUE, "running_due_at < :longBefore" + NO_BROKEN_PROMISE,
            Timeliness.PROMISE_BROKEN, "running_due_at is not null and running_promised_at < :now");

    /** The other side's authority. */
    static final String COUNTERPART =
            "case when direction = 'OUTGOING' then requested_authority else requesting_authority end";

    /** Since when the one that is asked has it. */
    static final String SINCE = "coalesce(dispatched_at, received_at)";

    private static final String FINAL = Arrays.stream(Lifecycle.values())
            .filter(Lifecycle::isFinal)
            .map(each -> "'" + each + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    private static final int MOST_WORDS = 8;

    private final AccessClasses classes;
    private final CurrentActor reader;
    private final TimelinessBounds bounds;
    private final Parties parties;
    private final Clock clock;

    RegisterConditions(
            AccessClasses classes, CurrentActor reader, TimelinessBounds bounds, Parties parties, Clock clock) {
        this.classes = classes;
        this.reader = reader;
        this.bounds = bounds;
        this.parties = parties;
        this.clock = clock;
    }

    /** A condition that begins with where, and its parameters. */
    record Condition(String where, Map<String, Object> parameters) {}

    Condition of(RegisterFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        conditions.add(classes.visibleTo(reader.get()).condition(parameters));
        equal(conditions, parameters, "direction", filter.direction());
        equal(conditions, parameters, "lifecycle", filter.lifecycle());
        equal(conditions, parameters, "crime_area", filter.crimeArea());
        equal(conditions, parameters, "urgency", filter.urgency());
        if (RegisterFilter.NOBODY.equals(filter.handler())) {
            conditions.add("handler is null");
        } else {
            equal(conditions, parameters, "handler", filter.handler());
        }
        equal(conditions, parameters, "outcome", filter.outcome());
        equal(conditions, parameters, "running_kind", filter.deadline());
        if (filter.authority() != null) {
            conditions.add("(requesting_authority = :authority or requested_authority = :authority)");
            parameters.put("authority", filter.authority());
        }
        noneOf(conditions, parameters, COUNTERPART, "otherAuthorities", filter.otherThanAuthorities());
        noneOf(conditions, parameters, "crime_area", "otherCrimeAreas", filter.otherThanCrimeAreas());
        if (filter.timeliness() != null) {
            conditions.add(TIMELINESS.get(filter.timeliness()));
            thresholds(parameters);
        }
        if (filter.open() != null) {
            conditions.add("lifecycle " + (filter.open() ? "not " : "") + "in " + FINAL);
        }
        age(filter.age(), conditions, parameters);
        text(filter.text(), conditions, parameters);
        return new Condition(" where " + String.join(" and ", conditions), parameters);
    }

    /** Puts the instants that {@link #TIMELINESS} compares with. */
    void thresholds(Map<String, Object> parameters) {
        Instant now = clock.instant();
        parameters.put("now", now.atOffset(ZoneOffset.UTC));
        parameters.put("soonUntil", bounds.soonUntil(now).atOffset(ZoneOffset.UTC));
        parameters.put("longBefore", bounds.longBefore(now).atOffset(ZoneOffset.UTC));
    }

    private static void equal(
            List<String> conditions, Map<String, Object> parameters, String column, @Nullable Object value) {
        if (value != null) {
            conditions.add(column + " = :" + column);
            parameters.put(column, value.toString());
        }
    }

    private static void noneOf(
            List<String> conditions, Map<String, Object> parameters, String column, String name, Set<String> codes) {
        if (!codes.isEmpty()) {
            conditions.add(column + " not in (:" + name + ")");
            parameters.put(name, codes);
        }
    }

    /** An expression for the name of the timeliness; puts the parameters that it needs. */
    String timelinessCase(Map<String, Object> parameters) {
        thresholds(parameters);
        StringBuilder cases = new StringBuilder("case");
        for (Timeliness each : Timeliness.values()) {
            cases.append(" when ").append(TIMELINESS.get(each)).append(" then '" + each + "'");
        }
        return cases.append(" end").toString();
    }

    /** An expression for the name of the age class; puts the parameters that it needs. */
    String ageCase(Map<String, Object> parameters) {
        ZoneId home = parties.home().zone();
        LocalDate today = clock.instant().atZone(home).toLocalDate();
        StringBuilder cases =
                new StringBuilder("case when " + SINCE + " is null then '" + AgeClass.NOT_DISPATCHED + "'");
        for (AgeClass each : AgeClass.values()) {
            Instant from = each == AgeClass.NOT_DISPATCHED ? null : each.from(today, home);
            if (from != null) {
                cases.append(" when " + SINCE + " >= :from" + each + " then '" + each + "'");
                parameters.put("from" + each, from.atOffset(ZoneOffset.UTC));
            }
        }
        return cases.append(" else '" + AgeClass.OLDER + "' end").toString();
    }

    private void age(@Nullable AgeClass age, List<String> conditions, Map<String, Object> parameters) {
        if (age == null) {
            return;
        }
        if (age == AgeClass.NOT_DISPATCHED) {
            conditions.add(SINCE + " is null");
            return;
        }
        ZoneId home = parties.home().zone();
        LocalDate today = clock.instant().atZone(home).toLocalDate();
        conditions.add(SINCE + " is not null");
        Instant before = age.before(today, home);
        if (before != null) {
            conditions.add(SINCE + " < :sinceBefore");
            parameters.put("sinceBefore", before.atOffset(ZoneOffset.UTC));
        }
        Instant from = age.from(today, home);
        if (from != null) {
            conditions.add(SINCE + " >= :sinceFrom");
            parameters.put("sinceFrom", from.atOffset(ZoneOffset.UTC));
        }
    }

    private static void text(@Nullable String text, List<String> conditions, Map<String, Object> parameters) {
        if (text == null || text.isBlank()) {
            return;
        }
        String[] words = SearchText.fold(text).strip().split("\\s+");
        for (int i = 0; i < Math.min(words.length, MOST_WORDS); i++) {
            conditions.add("search_text like :word" + i + " escape '!'");
            parameters.put("word" + i, "%" + words[i].replaceAll("([!%_])", "!$1") + "%");
        }
    }
}
