package org.plazo.request.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.ClockExtension;
import org.plazo.deadline.ClockPause;
import org.plazo.request.ClockEvent;
import org.plazo.request.ClockState;

/**
 * What the events of one clock come to.
 *
 * @param countedFrom the start, or the last new start: what happened before it has no effect on the date
 * @param stoodStill times in which the clock stood still and after which it ran again, also those from a stop to a restart;
 *     in order, none touching another
 * @param stoodStillFrom since when it stands still; null while it runs
 * @param promisedOn the date promised last
 * @param reviewOn when the postponement that it stands still for is to be reviewed
 * @param slips how often a promise was put off to a later date
 * @param lastEventAt when it was last paused, stopped or let run on
 * @param runsSince the start, or when it last ran on after a stop: no stop may be effective before it
 * @param transferredAt when another authority got the request last; no transfer may be effective before it
 */
record ClockLog(
        Instant countedFrom,
        List<ClockPause> stoodStill,
        List<ClockExtension> extensions,
        ClockState state,
        @Nullable Instant stoodStillFrom,
        @Nullable Instant stoppedAt,
        @Nullable LocalDate promisedOn,
        @Nullable LocalDate reviewOn,
        int slips,
        Instant lastEventAt,
        Instant runsSince,
        @Nullable Instant transferredAt) {

    ClockLog {
        stoodStill = List.copyOf(stoodStill);
        extensions = List.copyOf(extensions);
    }

    /**
     * @param events in the order in which they took effect, the first being the START
     * @param zone in which an extension's instant is read as a date
     */
    static ClockLog of(List<ClockEvent> events, ZoneId zone) {
        List<ClockPause> pauses = new ArrayList<>();
        List<ClockExtension> extensions = new ArrayList<>();
        ClockState state = ClockState.RUNNING;
        Instant stoodStillFrom = null;
        Instant stoppedAt = null;
        LocalDate promisedOn = null;
        LocalDate reviewOn = null;
        Instant transferredAt = null;
        int slips = 0;
        Instant last = events.get(0).effectiveAt();
        Instant countedFrom = last;
        Instant runsSince = last;
        for (ClockEvent event : events) {
            Instant at = event.effectiveAt();
            Instant until = event.until();
            if (until != null) {
                pauses.add(new ClockPause(at, until));
                continue;
            }
            if (state == ClockState.STOPPED && isPointless(event)) {
                continue;
            }
            switch (event.type()) {
                case START -> {}
                case EXTENSION ->
                    extensions.add(new ClockExtension(
                            at.atZone(zone).toLocalDate(),
                            Objects.requireNonNull(event.amount()),
                            Objects.requireNonNull(event.unit())));
                case PROMISE -> {
                    LocalDate on = Objects.requireNonNull(event.date());
                    slips += promisedOn != null && on.isAfter(promisedOn) ? 1 : 0;
                    promisedOn = on;
                }
                case TRANSFER -> transferredAt = at;
                case NEW_START -> {
                    countedFrom = at;
                    extensions.clear();
                    promisedOn = null;
                    transferredAt = event.code() == null ? transferredAt : at;
                }
                case PAUSE, POSTPONEMENT, STOP -> {
                    stoodStillFrom = state == ClockState.RUNNING ? at : stoodStillFrom;
                    reviewOn = event.type() == ClockEvent.Type.POSTPONEMENT ? event.date() : null;
                    boolean stop = event.type() == ClockEvent.Type.STOP;
                    state = stop ? ClockState.STOPPED : ClockState.PAUSED;
                    stoppedAt = stop ? at : null;
                    last = at;
                }
                case RESUME, RESTART -> {
                    runsSince = event.type() == ClockEvent.Type.RESTART ? at : runsSince;
                    if (stoodStillFrom != null && stoodStillFrom.isBefore(at)) {
                        pauses.add(new ClockPause(stoodStillFrom, at));
                    }
                    state = ClockState.RUNNING;
                    stoodStillFrom = null;
                    stoppedAt = null;
                    reviewOn = null;
                    last = at;
                }
            }
        }
        return new ClockLog(
                countedFrom,
                merged(stoppedAt == null ? pauses : until(stoppedAt, pauses)),
                extensions,
                state,
                stoodStillFrom,
                stoppedAt,
                promisedOn,
                reviewOn,
                slips,
                last,
                runsSince,
                transferredAt);
    }

    /** A clock that a response has stopped, entered late, cannot be paused any more, nor run on. */
    private static boolean isPointless(ClockEvent event) {
        return switch (event.type()) {
            case PAUSE, POSTPONEMENT, RESUME -> true;
            default -> false;
        };
    }

    /** The time in which the clock stood still, or stands still, that has an instant of {@code [from, to)} in it. */
    @Nullable
    ClockPause standing(Instant from, Instant to) {
        List<ClockPause> all = new ArrayList<>(stoodStill);
        if (stoodStillFrom != null) {
            all.add(new ClockPause(stoodStillFrom, Instant.MAX));
        }
        return all.stream()
                .filter(each -> each.from().isBefore(to) && from.isBefore(each.to()))
                .findFirst()
                .orElse(null);
    }

    /** The times in which it stood still that have an effect on the date: what lies before a new start counts no longer. */
    List<ClockPause> pauses() {
        return stoodStill.stream()
                .filter(pause -> pause.to().isAfter(countedFrom))
                .map(pause -> pause.from().isBefore(countedFrom) ? new ClockPause(countedFrom, pause.to()) : pause)
                .toList();
    }

    /** What a clock that has stopped stood still before. */
    private static List<ClockPause> until(Instant stop, List<ClockPause> pauses) {
        return pauses.stream()
                .filter(pause -> pause.from().isBefore(stop))
                .map(pause -> pause.to().isAfter(stop) ? new ClockPause(pause.from(), stop) : pause)
                .toList();
    }

    private static List<ClockPause> merged(List<ClockPause> pauses) {
        List<ClockPause> merged = new ArrayList<>();
        pauses.stream().sorted(Comparator.comparing(ClockPause::from)).forEach(pause -> {
            ClockPause before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before == null || before.to().isBefore(pause.from())) {
                merged.add(pause);
            } else if (before.to().isBefore(pause.to())) {
                merged.set(merged.size() - 1, new ClockPause(before.from(), pause.to()));
            }
        });
        return merged;
    }
}
