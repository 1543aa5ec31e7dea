package org.plazo.request;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a request. Published in the transaction of the change, so that a listener takes part in it
 * and its failure undoes the change.
 */
public sealed interface RequestEvent {

    long requestId();

    /** Our own reference, which is also the business key of the request's process. */
    String reference();

    /** A draft was handed in for review; its process starts. */
    record RequestSubmitted(long requestId, String reference, Instant at) implements RequestEvent {}

    record RequestApproved(long requestId, String reference, Instant at) implements RequestEvent {}

    record RequestReturnedForCorrection(long requestId, String reference, Instant at) implements RequestEvent {}

    record RequestCorrected(long requestId, String reference, Instant at) implements RequestEvent {}

    /** The request has left the house; {@code at} starts the counterpart's clocks. */
    record RequestDispatched(long requestId, String reference, Instant at) implements RequestEvent {}

    record RequestAcknowledged(long requestId, String reference, Instant at) implements RequestEvent {}

    /** The counterpart wrote, but did not answer. */
    record InterimReplyReceived(long requestId, String reference, Instant at) implements RequestEvent {}

    record ResponseReceived(long requestId, String reference, Instant at) implements RequestEvent {}

    record ResponseAssessed(long requestId, String reference, AssessmentOutcome outcome, Instant at)
            implements RequestEvent {}

    record RequestWithdrawn(long requestId, String reference, Instant at) implements RequestEvent {}

    /** Nobody waits for the response any more. */
    record RequestClosedEarly(long requestId, String reference, Instant at) implements RequestEvent {}

    /** Another handler has the request now; {@code from} is null if nobody had it. */
    record RequestReassigned(
            long requestId, String reference, @Nullable String from, String to) implements RequestEvent {}

    /** Fields were changed; what others carry of them is to be read again. */
    record RequestEdited(long requestId, String reference, Set<RequestField> fields) implements RequestEvent {}

    /** Other people than before may see the request. */
    record AccessChanged(long requestId, String reference) implements RequestEvent {}

    /**
     * A request came in by import and stands at {@code lifecycle} already; its process, if it needs one, starts there,
     * with the clocks running from their historical instants. The register stops them afterwards where its history says
     * that they stood.
     */
    record RequestImported(
            long requestId,
            String reference,
            Lifecycle lifecycle,
            @Nullable Instant submittedAt,
            @Nullable Instant dispatchedAt,
            boolean acknowledged)
            implements RequestEvent {}

    /** A clock was paused or runs on, or its next steps are others, and its due date has not moved. */
    record ClockChanged(long requestId, String reference, DeadlineKind kind) implements RequestEvent {}

    /** A due date was recomputed and is another one now; timers and task due dates follow in the same transaction. */
    record DeadlineMoved(long requestId, String reference, DeadlineKind kind, Instant oldDueAt, Instant newDueAt)
            implements RequestEvent {}
}
