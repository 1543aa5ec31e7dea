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

    /** The other side has asked something of us; all clocks run from {@code receivedAt}, and the process starts. */
    record RequestReceived(long requestId, String reference, Instant receivedAt) implements RequestEvent {}

    record RequestRegistered(long requestId, String reference, Instant at) implements RequestEvent {}

    /** The register has stopped or paused already what the decision stops or pauses. */
    record AdmissibilityDecided(long requestId, String reference, AdmissibilityDecision.Choice choice, Instant at)
            implements RequestEvent {}

    /** What we had asked for is awaited no more: it has come, or we go on without it. */
    record InformationWaitEnded(long requestId, String reference, Instant at) implements RequestEvent {}

    /** An agency of ours has the request now; {@code from} is null if none had it. */
    record AgencyAssigned(
            long requestId, String reference, @Nullable String from, String to) implements RequestEvent {}

    /**
     * Measures have their outcomes.
     *
     * @param positions from 1
     * @param pending how many have none yet
     */
    record MeasuresExecuted(long requestId, String reference, Set<Integer> positions, int pending)
            implements RequestEvent {}

    record ResponseDrafted(long requestId, String reference, Instant at) implements RequestEvent {}

    /** A manager has cleared the response, or returned it. */
    record ClearanceDecided(long requestId, String reference, boolean cleared, Instant at) implements RequestEvent {}

    record ResponseSent(long requestId, String reference, Instant at) implements RequestEvent {}

    /** The other side waits for something from us since {@code at}. */
    record SupplyAsked(long requestId, String reference, Instant at) implements RequestEvent {}

    /**
     * The other side waits for nothing from us any more.
     *
     * @param supplied whether it has got what it waited for; otherwise its clock was resumed without
     */
    record SupplySettled(long requestId, String reference, boolean supplied, Instant at) implements RequestEvent {}

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
            @Nullable Instant receivedAt,
            boolean acknowledged)
            implements RequestEvent {}

    /** A clock was paused or runs on, or its next steps are others, and its due date has not moved. */
    record ClockChanged(long requestId, String reference, DeadlineKind kind) implements RequestEvent {}

    /** A due date was recomputed and is another one now; timers and task due dates follow in the same transaction. */
    record DeadlineMoved(long requestId, String reference, DeadlineKind kind, Instant oldDueAt, Instant newDueAt)
            implements RequestEvent {}
}
