package org.plazo.deadline.reckoning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.plazo.deadline.ExplanationStep;
import org.plazo.deadline.ExplanationStep.Kind;

/**
 * A reader with nothing but the printed steps in hand: finds the due date again, and stumbles over every gap, overlap or
 * miscounted step.
 */
final class Recomputed {

    private Recomputed() {}

    /** Of a count in days or months. */
    static LocalDate date(List<ExplanationStep> steps) {
        LocalDate now = LocalDate.parse(steps.get(0).to());
        Kind before = Kind.START;
        for (ExplanationStep step : steps.subList(1, steps.size() - 1)) {
            LocalDate from = LocalDate.parse(step.from());
            LocalDate to = LocalDate.parse(step.to());
            if (step.kind() == Kind.ROLLED && before != Kind.ROLLED) {
                require(from.equals(now) || to.equals(now), "rolls from the day reached", step);
                now = from.equals(to) ? now : from.equals(now) ? to : from;
            } else {
                boolean forward = from.equals(now.plusDays(1));
                require(forward || to.equals(now.minusDays(1)), "follows the day before", step);
                now = forward ? to : from;
            }
            before = step.kind();
        }
        return now;
    }

    /** How many days of the steps of a kind were counted; negative if backwards. */
    static int days(List<ExplanationStep> steps, Kind kind) {
        int days = 0;
        for (ExplanationStep step : steps) {
            if (step.kind() == kind) {
                int length =
                        (int) ChronoUnit.DAYS.between(LocalDate.parse(step.from()), LocalDate.parse(step.to())) + 1;
                require(Math.abs(step.count()) == length, "counts every one of its days", step);
                days += step.count();
            }
        }
        return days;
    }

    /** Of a count in minutes or hours that is not rolled and not extended: the end, and the time that counted. */
    static Instant instant(List<ExplanationStep> steps, Duration counted) {
        Instant now = Instant.parse(steps.get(0).to());
        Duration left = counted.abs();
        for (ExplanationStep step : steps.subList(1, steps.size() - 1)) {
            Instant from = Instant.parse(step.from());
            Instant to = Instant.parse(step.to());
            require(counted.isNegative() ? to.equals(now) : from.equals(now), "follows the instant before", step);
            now = counted.isNegative() ? from : to;
            if (step.kind() == Kind.COUNTED) {
                left = left.minus(Duration.between(from, to));
            }
        }
        require(left.isZero(), "all time is counted", steps.get(steps.size() - 1));
        return now;
    }

    private static void require(boolean holds, String what, ExplanationStep step) {
        if (!holds) {
            throw new AssertionError(what + ": " + step);
        }
    }
}
