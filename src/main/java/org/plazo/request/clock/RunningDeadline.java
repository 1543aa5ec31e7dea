package org.plazo.request.clock;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plazo.request.ClockState;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.RequestDeadline;

/**
 * Which of a request's deadlines the register shows, and judges the request by. What can be done to the request is asked of
 * all of them, never of this one alone.
 */
final class RunningDeadline {

    /** What we owe comes before what we wait for. The acknowledgement is not among them: it often never comes. */
    private static final List<DeadlineKind> COUNTING =
            List.of(DeadlineKind.SUPPLY, DeadlineKind.RESPONSE, DeadlineKind.ADMISSIBILITY, DeadlineKind.REVIEW);

    /** At the same instant, what comes first in a request's life. */
    private static final Comparator<RequestDeadline> DUE_FIRST =
            Comparator.comparing(RequestDeadline::dueAt).thenComparing(RequestDeadline::kind);

    private RunningDeadline() {}

    /** One that is paused if none that could be shown runs; none if all are stopped. */
    static Optional<RequestDeadline> of(Direction direction, List<RequestDeadline> deadlines) {
        return direction == Direction.INCOMING
                ? dueFirst(deadlines).or(() -> counting(deadlines))
                : counting(deadlines);
    }

    private static Optional<RequestDeadline> dueFirst(List<RequestDeadline> deadlines) {
        return deadlines.stream()
                .filter(each -> each.state() == ClockState.RUNNING)
                .min(DUE_FIRST);
    }

    private static Optional<RequestDeadline> counting(List<RequestDeadline> deadlines) {
        return deadlines.stream()
                .filter(each -> each.state() != ClockState.STOPPED)
                .filter(each -> COUNTING.contains(each.kind()))
                .min(Comparator.comparingInt(each -> COUNTING.indexOf(each.kind())));
    }
}
