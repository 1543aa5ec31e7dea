package org.plazo.workflow.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.plazo.deadline.DueDates;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;
import org.plazo.deadline.TimeLimit;
import org.plazo.request.CounterpartPromise;
import org.plazo.request.Parties;
import org.plazo.request.Party;
import org.plazo.request.RequestDeadline;
import org.plazo.workflow.policy.LadderStep;
import org.plazo.workflow.policy.OutwardAction;
import org.springframework.stereotype.Component;

/**
 * When steps are due: counted from the due date in the home side's zone, business days by its calendar, in the version that
 * the deadline is counted by.
 */
@Component
class StepInstants {

    private final DueDates dueDates;
    private final Party home;
    private final EscalationProperties settings;

    StepInstants(DueDates dueDates, Parties parties, EscalationProperties settings) {
        this.dueDates = dueDates;
        this.home = parties.home();
        this.settings = settings;
    }

    /**
     * A step before the due date that would fall on a closed day is due on the open day before it, not after it. What goes
     * out to the counterpart is counted from the day that it promised, if that is later, and never lies before its end.
     */
    Instant of(LadderStep step, RequestDeadline deadline) {
        CounterpartPromise promise = deadline.promise();
        if (step.equals(LadderStep.REVIEW_DATE)) {
            return Objects.requireNonNull(deadline.review()).at();
        }
        if (step.equals(LadderStep.PROMISE_BROKEN)) {
            // kept until its end; the engine knows milliseconds
            return Objects.requireNonNull(promise).at().plusMillis(1);
        }
        if (promise == null || !isPromised(step, deadline)) {
            return counted(step.amount(), step.unit(), deadline.dueAt(), deadline);
        }
        Instant at = counted(step.amount(), step.unit(), promise.at(), deadline);
        return at.isAfter(promise.at()) ? at : counted(1, LimitUnit.BUSINESS_DAYS, promise.at(), deadline);
    }

    /**
     * Whether a step waits for a day that was named: one that goes out to the counterpart if a promised day lies behind the
     * due date; those of promise and review themselves.
     */
    boolean isPromised(LadderStep step, RequestDeadline deadline) {
        CounterpartPromise promise = deadline.promise();
        if (step.equals(LadderStep.PROMISE_BROKEN) || step.equals(LadderStep.REVIEW_DATE)) {
            return true;
        }
        return step.outward() != OutwardAction.NONE
                && promise != null
                && promise.at().isAfter(deadline.dueAt());
    }

    /** Until when an interim reply holds the next step back. */
    Instant heldUntil(Instant lastContactAt, RequestDeadline deadline) {
        return counted(settings.interimReplyHoldsDays(), LimitUnit.CALENDAR_DAYS, lastContactAt, deadline);
    }

    private Instant counted(int amount, LimitUnit unit, Instant from, RequestDeadline deadline) {
        TimeLimit limit = new TimeLimit(
                amount, unit, convention(amount, unit), List.of(home.calendar()), home.zone(), null, null);
        return dueDates.by(deadline.calendarVersion()).compute(limit, from).dueAt();
    }

    private static RollConvention convention(int amount, LimitUnit unit) {
        return switch (unit) {
            case BUSINESS_DAYS, CALENDAR_DAYS, MONTHS ->
                amount < 0 ? RollConvention.PRECEDING : RollConvention.FOLLOWING;
            case CLOCK_MINUTES, CLOCK_HOURS, BUSINESS_MINUTES, BUSINESS_HOURS -> RollConvention.NONE;
        };
    }
}
