package org.plazo.request;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.plazo.deadline.DueDate;
import org.plazo.deadline.TimeLimit;

/** The deadlines of all requests. Every change is computed anew from the clock events and entered in the ledger. */
public interface RequestDeadlines {

    /**
     * Starts a clock. Opening a deadline that already runs changes nothing and returns it as it is.
     *
     * @param startedAt the instant of the event that starts the clock, possibly long ago
     */
    RequestDeadline open(
            long requestId, DeadlineKind kind, DeadlineBasis basis, TimeLimit limit, String policy, Instant startedAt);

    /** The latest deadline of a kind, whatever its state. */
    Optional<RequestDeadline> find(long requestId, DeadlineKind kind);

    List<RequestDeadline> of(long requestId);

    /** Deadlines by their ids, in one query, in no particular order. */
    List<RequestDeadline> findAll(Collection<Long> deadlineIds);

    /** The due date of a deadline with its explanation, computed anew. */
    DueDate explain(RequestDeadline deadline);

    /** The same with all that the date depends on. */
    ExplainedDeadline explained(RequestDeadline deadline);

    /** Stops the clock: what was awaited has come. Without a running deadline of that kind nothing happens. */
    void stop(long requestId, DeadlineKind kind, Instant at);

    /** Stops every clock that runs: nothing is awaited any more. */
    default void stopAll(long requestId, Instant at) {
        for (DeadlineKind kind : DeadlineKind.values()) {
            stop(requestId, kind, at);
        }
    }

    /**
     * Lets a stopped clock run again. The time since it was stopped counts as a pause: the paper lay with us, not with
     * the counterpart.
     */
    void restart(long requestId, DeadlineKind kind, Instant at);
}
