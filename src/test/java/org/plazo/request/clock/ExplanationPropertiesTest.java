package org.plazo.request.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.plazo.deadline.DueDate;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;
import org.plazo.deadline.TestDueDates;
import org.plazo.deadline.TimeLimit;
import org.plazo.request.ClockEvent;
import org.plazo.request.ClockState;
import org.plazo.request.DeadlineBasis;
import org.plazo.request.DeadlineKind;
import org.plazo.request.ExplainedDeadline;
import org.plazo.request.RequestDeadline;

/** Whatever happened to a clock, whoever has only the explanation of its date finds the same date. */
class ExplanationPropertiesTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
    void aReaderFindsTheSameDate(@ForAll Random random) {
        ExplainedDeadline explained = random(random);
        JsonNode told = told(explained);
        assertThat(ReadersDueDate.of(told))
                .as("%s", told.toPrettyString())
                .isEqualTo(explained.deadline().dueAt());
    }

    /** What is closed matters to the reader; an explanation that leaves a closed day out leads him astray. */
    @Test
    void aReaderGoesAstrayIfASkippedDayIsLeftOut() {
        int astray = 0;
        int with = 0;
        for (long seed = 0; seed < 300; seed++) {
            ExplainedDeadline explained = random(new Random(seed));
            ObjectNode told = told(explained);
            ArrayNode steps = (ArrayNode) told.path("steps");
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).path("kind").asText().equals("CLOSED")) {
                    steps.remove(i);
                    with++;
                    astray +=
                            ReadersDueDate.of(told).equals(explained.deadline().dueAt()) ? 0 : 1;
                    break;
                }
            }
        }
        assertThat(with).isGreaterThan(50);
        assertThat(astray).isGreaterThan(with / 2);
    }

    /** Only what the date is explained with; not the date. */
    private static ObjectNode told(ExplainedDeadline explained) {
        RequestDeadline deadline = explained.deadline();
        ObjectNode told = JSON.createObjectNode();
        told.set("limit", JSON.valueToTree(deadline.limit()));
        told.put("countedFrom", explained.countedFrom().toString());
        told.set("pauses", JSON.valueToTree(explained.pauses()));
        told.set("extensions", JSON.valueToTree(explained.extensions()));
        told.set("steps", JSON.valueToTree(explained.explained().steps()));
        return told;
    }

    private static ExplainedDeadline random(Random random) {
        ZoneId zone = ZoneId.of(random.nextBoolean() ? "America/Havana" : "America/New_York");
        LocalDate day = random.nextBoolean()
                ? ClockHistoryPropertiesTest.NIGHTS[random.nextInt(ClockHistoryPropertiesTest.NIGHTS.length)]
                : LocalDate.of(2019, 6, 1).plusDays(random.nextInt(2_500));
        Instant start =
                day.atTime(random.nextInt(24), random.nextInt(60)).atZone(zone).toInstant();
        TimeLimit limit = limit(random, zone);
        List<ClockEvent> events = new ArrayList<>(List.of(ClockEvent.at(ClockEvent.Type.START, start)));
        List<List<ClockEvent>> facts =
                ClockHistoryPropertiesTest.facts(random, start, zone, new ClockHistoryPropertiesTest.History());
        facts.forEach(events::addAll);
        List<ClockEvent> stored = ClockHistoryPropertiesTest.asStored(events);
        ClockLog log = ClockLog.of(stored, zone);
        DueDate due = TestDueDates.DELIVERED.compute(limit, log.countedFrom(), log.pauses(), log.extensions());
        RequestDeadline deadline = new RequestDeadline(
                1,
                1,
                DeadlineKind.RESPONSE,
                DeadlineBasis.REQUESTED,
                limit,
                "time-limits v1",
                start,
                due.dueOn(),
                due.dueAt(),
                due.originalDueOn(),
                1,
                ClockState.RUNNING,
                null,
                null,
                null);
        return new ExplainedDeadline(
                deadline, due, log.countedFrom(), stored, log.pauses(), log.extensions(), log.stoodStillFrom());
    }

    private static TimeLimit limit(Random random, ZoneId zone) {
        LimitUnit unit = LimitUnit.values()[random.nextInt(LimitUnit.values().length)];
        int most =
                switch (unit) {
                    case CLOCK_MINUTES -> 10_000;
                    case BUSINESS_MINUTES -> 5_000;
                    case CLOCK_HOURS -> 400;
                    case BUSINESS_HOURS -> 90;
                    case BUSINESS_DAYS, CALENDAR_DAYS -> 90;
                    case MONTHS -> 14;
                };
        List<List<String>> calendars = unit.inOpeningHours()
                ? List.of(List.of("us"), List.of("cu"), List.of("us", "cu"))
                : List.of(List.of(), List.of("us"), List.of("cu"), List.of("us", "cu"));
        return new TimeLimit(
                1 + random.nextInt(most),
                unit,
                RollConvention.values()[random.nextInt(RollConvention.values().length)],
                calendars.get(random.nextInt(calendars.size())),
                zone,
                unit.inDays() && random.nextInt(4) > 0 ? LocalTime.of(17, 0) : null,
                unit.inDays() && random.nextInt(3) == 0 ? LocalTime.of(15, 30) : null);
    }
}
