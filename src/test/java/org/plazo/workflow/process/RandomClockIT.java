package org.plazo.workflow.process;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.calendar.BusinessCalendar;
import org.plazo.calendar.TestCalendars;
import org.plazo.deadline.DueDates;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;
import org.plazo.deadline.reckoning.Extension;
import org.plazo.deadline.reckoning.Moment;
import org.plazo.deadline.reckoning.NaiveDueDate;
import org.plazo.request.ClockCourse;
import org.plazo.request.ClockState;
import org.plazo.request.DeadlineKind;
import org.plazo.request.ExplainedDeadline;
import org.plazo.request.GrantedExtension;
import org.plazo.request.InvalidInput;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.TurnCommands;
import org.plazo.request.Urgency;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Turns of the clock as they come, many of them entered late: after each the due date is that of the obvious model, there
 * is one live timer, and it stands at the next step.
 */
@PlazoIT
class RandomClockIT {

    private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");
    private static final ZoneId HAVANA = ZoneId.of("America/Havana");
    private static final int TURNS = 14;

    @Autowired
    private RequestWorld world;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private TurnCommands turns;

    @Autowired
    private RequestDeadlines deadlines;

    @Autowired
    private DueDates dueDates;

    @Autowired
    private MovableClock clock;

    private final List<Instant[]> pauses = new ArrayList<>();
    private final List<Extension> extensions = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();
    private final Map<Extension, Instant> granted = new IdentityHashMap<>();
    private Instant lastPostponed;
    private Instant openSince;
    private LocalDate reviewOn;
    private Instant countedFrom;
    private LocalDate originalDueOn;
    private Instant passedOnAt;
    private String authority;
    private Instant dispatched;
    private String reference;

    private record Promise(Instant at, LocalDate on) {}

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-03-06T15:00:00Z", // the clocks of both sides change on 8 March, in Havana at midnight
        "2, 2026-03-07T04:30:00Z",
        "3, 2026-10-30T20:00:00Z", // and back on 1 November
        "4, 2026-10-31T03:59:59Z",
        "5, 2028-02-28T15:00:00Z", // the leap day
        "6, 2026-12-30T22:30:00Z", // the end of the year
        "7, 2025-11-20T05:00:00Z",
        "8, 2027-07-24T12:00:00Z"
    })
    void keepsDateAndTimerRight(long seed, Instant dispatch) {
        Random random = new Random(seed);
        dispatched = dispatch;
        clock.set(dispatch);
        countedFrom = dispatch;
        authority = "DOJ";
        reference = world.dispatched(Urgency.ROUTINE);
        commands.acknowledge(reference, null, null, RequestWorld.HANDLER);
        originalDueOn = world.deadline(reference, DeadlineKind.RESPONSE).dueOn();
        int accepted = 0;
        for (int i = 0; i < TURNS; i++) {
            clock.advance(Duration.ofMinutes(random.nextInt(5_000)));
            accepted += turn(random) ? 1 : 0;
            compare("seed " + seed + ", turn " + i);
        }
        assertThat(accepted).isGreaterThan(TURNS / 3);
    }

    /** @return whether it was to be accepted, which is compared with whether it was */
    private boolean turn(Random random) {
        Instant now = clock.instant();
        long past = Duration.between(dispatched, now).toMinutes();
        Instant at = now.minus(Duration.ofMinutes((long) (random.nextDouble() * (past + 300))));
        boolean fits = !at.isBefore(dispatched);
        switch (random.nextInt(openSince == null ? 6 : 7)) {
            case 0 -> {
                boolean free = fits && standing(at, Instant.MAX) == 0;
                assertThat(accepts(() -> commands.pause(reference, "AGREED", "x", at, null, RequestWorld.HANDLER)))
                        .isEqualTo(free);
                openSince = free ? at : openSince;
                return free;
            }
            case 1 -> {
                Instant until = at.plus(Duration.ofMinutes(
                        (long) (random.nextDouble() * Duration.between(at, now).toMinutes())));
                boolean free = fits && at.isBefore(until) && standing(at, until) == 0;
                assertThat(accepts(() -> commands.pause(reference, "OTHER", "x", at, until, RequestWorld.HANDLER)))
                        .isEqualTo(free);
                if (free) {
                    pauses.add(new Instant[] {at, until});
                }
                return free;
            }
            case 2 -> {
                boolean room = fits
                        && !at.isBefore(countedFrom)
                        && extensions.size() < 3
                        && extensions.stream()
                                .noneMatch(each -> each.on().date().equals(day(at)));
                if (!room) {
                    return false;
                }
                int amount = 1 + random.nextInt(20);
                assertThat(accepts(() -> commands.extend(
                                reference,
                                new GrantedExtension("AGREED", null, amount, LimitUnit.CALENDAR_DAYS, null),
                                at,
                                RequestWorld.HANDLER)))
                        .isTrue();
                Extension extension = new Extension(Moment.of(day(at)), amount, LimitUnit.CALENDAR_DAYS);
                extensions.add(extension);
                granted.put(extension, at);
                return true;
            }
            case 3 -> {
                LocalDate on = day(at).plusDays(1 + random.nextInt(200));
                boolean accepted = accepts(() -> commands.recordPromise(reference, on, at, null, RequestWorld.HANDLER));
                if (accepted) {
                    promises.add(new Promise(at, on));
                }
                return accepted;
            }
            case 4 -> {
                LocalDate on = LocalDate.ofInstant(now, HAVANA).plusDays(random.nextInt(40));
                boolean room = on.isAfter(LocalDate.ofInstant(now, HAVANA))
                        && fits
                        && (reviewOn == null ? standing(at, Instant.MAX) == 0 : !at.isBefore(openSince));
                boolean other = !on.equals(reviewOn);
                assertThat(accepts(() -> turns.postpone(reference, "IMMUNITY", on, null, at, RequestWorld.HANDLER)))
                        .isEqualTo(room && other && (reviewOn == null || !at.isBefore(lastPostponed)));
                if (!room || !other || (reviewOn != null && at.isBefore(lastPostponed))) {
                    return false;
                }
                openSince = reviewOn == null ? at : openSince;
                lastPostponed = at;
                reviewOn = on;
                return true;
            }
            case 5 -> {
                boolean anew = random.nextBoolean();
                String to = random.nextBoolean() ? "DHS" : "DOS";
                boolean room = fits && (passedOnAt == null || !at.isBefore(passedOnAt)) && !to.equals(authority);
                assertThat(accepts(() -> turns.transfer(
                                reference,
                                to,
                                anew ? ClockCourse.RESTART : ClockCourse.CONTINUE,
                                "x",
                                at,
                                RequestWorld.HANDLER)))
                        .isEqualTo(room);
                if (room) {
                    passedOnAt = at;
                    authority = to;
                    countedFrom = anew ? at : countedFrom;
                    if (anew) {
                        // whatever was granted or promised before counts no longer
                        extensions.removeIf(each -> granted.get(each).isBefore(at));
                        promises.removeIf(each -> !each.at().isAfter(at));
                    }
                }
                return room;
            }
            default -> {
                boolean after = !at.isBefore(openSince);
                assertThat(accepts(() -> commands.resume(reference, at, null, RequestWorld.HANDLER)))
                        .isEqualTo(after);
                if (after) {
                    pauses.add(new Instant[] {openSince, at});
                    openSince = null;
                    reviewOn = null;
                }
                return after;
            }
        }
    }

    private static boolean accepts(Runnable command) {
        try {
            command.run();
            return true;
        } catch (InvalidInput refused) {
            return false;
        }
    }

    /** How many pauses have a moment in common with a stretch of time. */
    private long standing(Instant from, Instant until) {
        long closed = pauses.stream()
                .filter(each -> each[0].isBefore(each[1]))
                .filter(each -> each[0].isBefore(until) && from.isBefore(each[1]))
                .count();
        return closed + (openSince != null && openSince.isBefore(until) ? 1 : 0);
    }

    private void compare(String turn) {
        RequestDeadline deadline = world.deadline(reference, DeadlineKind.RESPONSE);
        NaiveDueDate.Answer model = model().answer();
        assertThat(deadline.dueOn()).as(turn).isEqualTo(model.dueOn());
        assertThat(deadline.dueAt()).as(turn).isEqualTo(model.dueAt());
        assertThat(deadline.originalDueOn()).as(turn).isEqualTo(originalDueOn);
        // what the explanation states is enough to come to the same date
        ExplainedDeadline explained = deadlines.explained(deadline);
        assertThat(dueDates.by(deadline.calendarVersion())
                        .compute(deadline.limit(), explained.countedFrom(), explained.pauses(), explained.extensions())
                        .dueAt())
                .as(turn)
                .isEqualTo(deadline.dueAt());
        assertThat(deadline.state()).as(turn).isEqualTo(openSince == null ? ClockState.RUNNING : ClockState.PAUSED);
        assertThat(world.timers(reference))
                .as(turn)
                .containsExactlyEntriesOf(Map.of("NextResponseStepDue", nextStep(model.dueAt())));
    }

    /** No job has run, so that every step is still to come; the first is due ten business days of our side before the date. */
    private Instant nextStep(Instant due) {
        if (openSince != null) {
            return reviewOn == null
                    ? Timers.PARKED
                    : reviewOn.atTime(9, 0).atZone(HAVANA).toInstant();
        }
        Instant soon = tenDaysBefore(due);
        return promises.stream()
                .sorted(Comparator.comparing(Promise::at))
                .reduce((first, second) -> second)
                .map(promise -> promise.on()
                        .atTime(17, 0)
                        .atZone(WASHINGTON)
                        .toInstant()
                        .plusMillis(1))
                .filter(soon::isAfter)
                .orElse(soon);
    }

    private NaiveDueDate model() {
        return new NaiveDueDate(
                countedFrom.atZone(WASHINGTON).toLocalDateTime(),
                true,
                90,
                LimitUnit.CALENDAR_DAYS,
                RollConvention.FOLLOWING,
                List.of("us", "cu"),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                Set.of(),
                Map.of(),
                WASHINGTON,
                LocalTime.of(17, 0),
                null,
                pauses.stream()
                        .filter(each -> each[1].isAfter(countedFrom))
                        .map(each -> new LocalDate[] {
                            day(each[0].isBefore(countedFrom) ? countedFrom : each[0]), day(each[1])
                        })
                        .toList(),
                extensions);
    }

    private static Instant tenDaysBefore(Instant due) {
        BusinessCalendar cuba = TestCalendars.together("cu");
        LocalDate day = LocalDate.ofInstant(due, HAVANA);
        for (int left = 10; left > 0; ) {
            day = day.minusDays(1);
            left -= cuba.isOpen(day) ? 1 : 0;
        }
        return day.atTime(LocalTime.ofInstant(due, HAVANA)).atZone(HAVANA).toInstant();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, WASHINGTON);
    }
}
