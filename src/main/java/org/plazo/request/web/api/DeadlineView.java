package org.plazo.request.web.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.calendar.LocalizedText;
import org.plazo.deadline.ClockExtension;
import org.plazo.deadline.ClockPause;
import org.plazo.deadline.ExplanationStep;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;
import org.plazo.deadline.TimeLimit;
import org.plazo.request.ClockEvent;
import org.plazo.request.ClockState;
import org.plazo.request.CounterpartPromise;
import org.plazo.request.DeadlineBasis;
import org.plazo.request.DeadlineKind;
import org.plazo.request.ExplainedDeadline;
import org.plazo.request.PostponementReview;
import org.plazo.request.RequestDeadline;

/**
 * A deadline with its explanation: limit, the instant it is counted from, pauses and extensions are all that the date
 * depends on.
 *
 * @param policy name and version of the decision table that the limit came from
 * @param calendarVersion of the calendars that the date was computed with
 * @param countedFrom the start of the clock, or its last new start
 * @param stoodStillFrom since when the clock stands still; null while it runs
 * @param events what happened to the clock, in the order in which it took effect
 */
record DeadlineView(
        DeadlineKind kind,
        DeadlineBasis basis,
        ClockState state,
        LimitView limit,
        String policy,
        int calendarVersion,
        Instant startedAt,
        Instant countedFrom,
        LocalDate dueOn,
        Instant dueAt,
        LocalDate originalDueOn,
        @Nullable Instant stoppedAt,
        @Nullable Instant stoodStillFrom,
        List<ClockPause> pauses,
        List<ClockExtension> extensions,
        @Nullable CounterpartPromise promise,
        @Nullable PostponementReview review,
        List<ClockEvent> events,
        List<ExplanationStep> steps,
        LocalizedText explanation) {

    static DeadlineView of(ExplainedDeadline explained) {
        RequestDeadline deadline = explained.deadline();
        return new DeadlineView(
                deadline.kind(),
                deadline.basis(),
                deadline.state(),
                LimitView.of(deadline.limit()),
                deadline.policy(),
                deadline.calendarVersion(),
                deadline.startedAt(),
                explained.countedFrom(),
                deadline.dueOn(),
                deadline.dueAt(),
                deadline.originalDueOn(),
                deadline.stoppedAt(),
                explained.stoodStillFrom(),
                explained.pauses(),
                explained.extensions(),
                deadline.promise(),
                deadline.review(),
                explained.events(),
                explained.explained().steps(),
                explained.explained().explanation());
    }

    /** The time limit that the date was computed with. */
    record LimitView(
            int amount,
            LimitUnit unit,
            RollConvention convention,
            List<String> calendars,
            String zone,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime timeOfDay,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime cutOff,
            @Nullable Integer maxExtensionDays) {

        static LimitView of(TimeLimit limit) {
            return new LimitView(
                    limit.amount(),
                    limit.unit(),
                    limit.convention(),
                    limit.calendars(),
                    limit.zone().getId(),
                    limit.timeOfDay(),
                    limit.cutOff(),
                    limit.maxExtensionDays());
        }
    }
}
