package org.plazo.request;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    /**
     * All deadlines that nobody has stopped, some at a time, the oldest first; in one transaction, which may write, because
     * the taker asks decision tables, and the engine records that.
     */
    void unstopped(Consumer<List<UnstoppedDeadline>> taker);

    /** One of them, whose request nobody else changes until the transaction ends; empty if it was stopped meanwhile. */
    Optional<UnstoppedDeadline> lock(long requestId, long deadlineId);

    /**
     * A deadline as it would be under other terms. Its pauses and extensions stay, and so do its calendars.
     *
     * @throws IllegalArgumentException if there would be no date between 1970 and 2199
     */
    RequestDeadline underTerms(UnstoppedDeadline deadline, DeadlineTerms terms);

    /**
     * Puts a running or paused deadline under other terms. Timers and tasks follow; the ledger gets the policies, and the
     * dates if they differ, with the reason. The original date stays.
     *
     * @return the deadline as it is then
     */
    RequestDeadline follow(RequestDeadline deadline, DeadlineTerms terms, String actor, String reason);

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
