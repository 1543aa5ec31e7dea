package org.plazo.request;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.TimeLimit;

/**
 * A deadline of a request as it stands now.
 *
 * @param policy name and version of the decision table the limit came from
 * @param calendarVersion the version of the calendars that its date was computed with
 * @param stoppedAt when the awaited thing happened; null while the clock runs or is paused
 * @param promise what the counterpart promised last; null if it promised nothing
 * @param review when a postponement is to be reviewed; null unless the clock is paused by one
 */
public record RequestDeadline(
        long id,
        long requestId,
        DeadlineKind kind,
        DeadlineBasis basis,
        TimeLimit limit,
        String policy,
        Instant startedAt,
        LocalDate dueOn,
        Instant dueAt,
        LocalDate originalDueOn,
        int calendarVersion,
        ClockState state,
        @Nullable Instant stoppedAt,
        @Nullable CounterpartPromise promise,
        @Nullable PostponementReview review) {

    public RequestDeadline promised(CounterpartPromise other) {
        return new RequestDeadline(
                id,
                requestId,
                kind,
                basis,
                limit,
                policy,
                startedAt,
                dueOn,
                dueAt,
                originalDueOn,
                calendarVersion,
                state,
                stoppedAt,
                other,
                review);
    }
}
