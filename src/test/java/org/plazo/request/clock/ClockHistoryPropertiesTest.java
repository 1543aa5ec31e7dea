package org.plazo.request.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.plazo.calendar.TestCalendars;
import org.plazo.deadline.DueDate;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;
import org.plazo.deadline.reckoning.DueDateCalculator;
import org.plazo.deadline.reckoning.Extension;
import org.plazo.deadline.reckoning.Moment;
import org.plazo.deadline.reckoning.NaiveDueDate;
import org.plazo.deadline.reckoning.Pause;
import org.plazo.deadline.reckoning.Terms;
import org.plazo.request.ClockEvent;
import org.plazo.request.ClockEvent.Type;
import org.plazo.request.ClockState;

/**
 * Whatever happened to a clock, and in whatever order it was entered, the date is that of an obvious model, which keeps
 * lists of what happened and walks day by day.
 */
class ClockHistoryPropertiesTest {

    static final LocalDate[] NIGHTS = {
        LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 7), LocalDate.of(2026, 10, 30), LocalDate.of(2026, 10, 31),
        LocalDate.of(2024, 2, 27), LocalDate.of(2028, 2, 29), LocalDate.of(2026, 12, 29), LocalDate.of(2021, 12, 31),
    };

    /** What really happened; the model knows no events. */
    static final class History {

        private final List<Instant[]> stoodStill = new ArrayList<>();
        private final Map<Extension, Instant> extensions = new IdentityHashMap<>();
        private final List<ClockEvent> promises = new ArrayList<>();
        private final List<Instant> newStarts = new ArrayList<>();
        private LocalDate reviewOn;
        private Instant openFrom;
        private Instant stoppedAt;
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void isTheSameInWhateverOrderItIsEntered(@ForAll Random random) {
        ZoneId zone = ZoneId.of(random.nextBoolean() ? "America/Havana" : "America/New_York");
        LocalDate day = random.nextBoolean()
                ? NIGHTS[random.nextInt(NIGHTS.length)]
                : LocalDate.of(2019, 6, 1).plusDays(random.nextInt(2_500));
        Instant start =
                day.atTime(random.nextInt(24), random.nextInt(60)).atZone(zone).toInstant();
        LimitUnit unit = List.of(LimitUnit.BUSINESS_DAYS, LimitUnit.CALENDAR_DAYS, LimitUnit.MONTHS)
                .get(random.nextInt(3));
        int amount = 1 + random.nextInt(unit == LimitUnit.MONTHS ? 4 : 60);
        RollConvention convention = RollConvention.values()[random.nextInt(3)];

        History history = new History();
        List<List<ClockEvent>> facts = facts(random, start, zone, history);
        List<ClockEvent> entered = new ArrayList<>(List.of(ClockEvent.at(Type.START, start)));
        while (!facts.isEmpty()) {
            List<ClockEvent> one = facts.get(random.nextInt(facts.size()));
            entered.add(one.remove(0));
            facts.removeIf(List::isEmpty);
        }
        ClockLog log = ClockLog.of(asStored(entered), zone);

        assertThat(log.state())
                .isEqualTo(
                        history.stoppedAt != null
                                ? ClockState.STOPPED
                                : history.openFrom != null ? ClockState.PAUSED : ClockState.RUNNING);
        assertThat(log.stoodStillFrom()).isEqualTo(history.openFrom);
        assertThat(log.slips()).isEqualTo(slips(history));
        assertThat(log.reviewOn()).isEqualTo(history.reviewOn);
        Instant countedFrom =
                history.newStarts.stream().max(Comparator.naturalOrder()).orElse(start);
        assertThat(log.countedFrom()).isEqualTo(countedFrom);
        assertThat(log.promisedOn()).isEqualTo(lastPromise(history, countedFrom));

        NaiveDueDate model = new NaiveDueDate(
                countedFrom.atZone(zone).toLocalDateTime(),
                true,
                amount,
                unit,
                convention,
                List.of("us", "cu"),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                Set.of(),
                Map.of(),
                zone,
                LocalTime.of(17, 0),
                null,
                history.stoodStill.stream()
                        .filter(each -> each[1].isAfter(countedFrom))
                        .map(each -> new LocalDate[] {
                            LocalDate.ofInstant(each[0].isBefore(countedFrom) ? countedFrom : each[0], zone),
                            LocalDate.ofInstant(each[1], zone)
                        })
                        .toList(),
                history.extensions.entrySet().stream()
                        .filter(each -> each.getValue().isAfter(countedFrom))
                        .map(Map.Entry::getKey)
                        .toList());
        DueDate due = DueDateCalculator.dueDate(new Terms(
                Moment.of(countedFrom, zone),
                amount,
                unit,
                convention,
                TestCalendars.together(List.of("us", "cu"), model.weekend(), Set.of()),
                null,
                zone,
                LocalTime.of(17, 0),
                null,
                log.pauses().stream()
                        .map(pause -> new Pause(Moment.of(pause.from(), zone), Moment.of(pause.to(), zone)))
                        .toList(),
                log.extensions().stream()
                        .map(each -> new Extension(Moment.of(each.on()), each.amount(), each.unit()))
                        .toList()));
        assertThat(new NaiveDueDate.Answer(due.dueOn(), due.dueAt(), due.originalDueOn()))
                .as("%s %s", model, entered)
                .isEqualTo(model.answer());
    }

    /** Facts that fit together; the events of one fact are entered in their order, the facts in any. */
    static List<List<ClockEvent>> facts(Random random, Instant start, ZoneId zone, History history) {
        List<List<ClockEvent>> facts = new ArrayList<>();
        List<ClockEvent> live = new ArrayList<>();
        Instant now = start.plus(Duration.ofMinutes(random.nextInt(3_000)));
        int turns = random.nextInt(6);
        for (int i = 0; i < turns; i++) {
            Instant from = now;
            // hours across nights, days, and now and then nothing at all
            Instant to = from.plus(Duration.ofMinutes(
                    random.nextInt(8) == 0 ? 0 : random.nextInt(random.nextBoolean() ? 600 : 20_000)));
            boolean last = i == turns - 1;
            boolean stop = random.nextInt(3) == 0;
            if (random.nextBoolean() && from.isBefore(to)) {
                facts.add(new ArrayList<>(List.of(ClockEvent.pause(from, to, "AGREED", "x"))));
                history.stoodStill.add(new Instant[] {from, to});
            } else {
                boolean postponed = !stop && random.nextBoolean();
                LocalDate reviewOn = LocalDate.ofInstant(to, zone).plusDays(random.nextInt(30));
                live.add(
                        stop
                                ? ClockEvent.at(Type.STOP, from)
                                : postponed
                                        ? ClockEvent.postponement(from, "IMMUNITY", reviewOn, null)
                                        : ClockEvent.pause(from, null, "AGREED", "x"));
                if (postponed && random.nextBoolean()) {
                    // another day of review, somewhere within
                    reviewOn = reviewOn.plusDays(1 + random.nextInt(30));
                    long within = Math.max(1, Duration.between(from, to).toMinutes());
                    Instant again = from.plus(Duration.ofMinutes((long) (random.nextDouble() * within)));
                    live.add(ClockEvent.postponement(again, "IMMUNITY", reviewOn, null));
                }
                if (last && random.nextBoolean()) {
                    history.reviewOn = postponed ? reviewOn : null;
                    history.openFrom = from;
                    history.stoppedAt = stop ? from : null;
                } else {
                    live.add(stop ? ClockEvent.at(Type.RESTART, to) : ClockEvent.resume(to, null));
                    history.stoodStill.add(new Instant[] {from, to});
                }
            }
            // the next one may begin where this one ends
            now = to.plus(Duration.ofMinutes(random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(6_000)));
        }
        facts.add(live);
        for (int i = random.nextInt(4); i > 0; i--) {
            Instant at = start.plus(Duration.ofMinutes(1 + random.nextInt(60_000)));
            LimitUnit unit = List.of(LimitUnit.BUSINESS_DAYS, LimitUnit.CALENDAR_DAYS, LimitUnit.MONTHS)
                    .get(random.nextInt(3));
            int amount = 1 + random.nextInt(unit == LimitUnit.MONTHS ? 2 : 15);
            if (history.extensions.keySet().stream()
                    .anyMatch(each -> each.on().date().equals(LocalDate.ofInstant(at, zone)))) {
                continue; // those of one day follow one another as they are entered
            }
            facts.add(new ArrayList<>(List.of(ClockEvent.extension(at, amount, unit))));
            history.extensions.put(new Extension(Moment.of(LocalDate.ofInstant(at, zone)), amount, unit), at);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            Instant at = start.plus(Duration.ofSeconds(60L * random.nextInt(60_000) + i));
            LocalDate on = LocalDate.ofInstant(at, zone).plusDays(1 + random.nextInt(60));
            ClockEvent promise = ClockEvent.promise(at, null, on, null);
            facts.add(new ArrayList<>(List.of(promise)));
            history.promises.add(promise);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            // never in the same instant as anything else
            Instant at = start.plus(Duration.ofSeconds(60L * random.nextInt(40_000) + 30 + i));
            boolean anew = random.nextBoolean();
            facts.add(new ArrayList<>(
                    List.of(anew ? ClockEvent.newStart(at, "DHS", "x") : ClockEvent.transfer(at, "DHS", null))));
            if (anew) {
                history.newStarts.add(at);
            }
        }
        facts.removeIf(List::isEmpty);
        return facts;
    }

    /** What was promised before a new start is no measure for what is promised after it. */
    private static int slips(History history) {
        List<ClockEvent> promises = history.promises.stream()
                .sorted(Comparator.comparing(ClockEvent::effectiveAt))
                .toList();
        return (int) IntStream.range(1, promises.size())
                .filter(i -> promises.get(i).date().isAfter(promises.get(i - 1).date()))
                .filter(i -> history.newStarts.stream()
                        .noneMatch(at -> at.isAfter(promises.get(i - 1).effectiveAt())
                                && at.isBefore(promises.get(i).effectiveAt())))
                .count();
    }

    private static LocalDate lastPromise(History history, Instant countedFrom) {
        return history.promises.stream()
                .filter(each -> each.effectiveAt().isAfter(countedFrom))
                .max(Comparator.comparing(ClockEvent::effectiveAt))
                .map(ClockEvent::date)
                .orElse(null);
    }

    /** By when they took effect; those of one instant as they were entered. */
    static List<ClockEvent> asStored(List<ClockEvent> entered) {
        return entered.stream()
                .sorted(Comparator.comparing(ClockEvent::effectiveAt))
                .toList();
    }
}
