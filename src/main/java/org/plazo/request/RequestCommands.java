package org.plazo.request;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plazo.security.Actor;

/**
 * Everything that can be done to a request, whoever asks: API, page or task. Each command checks the actor's role and
 * the request's state, writes the ledger, stops or restarts the clocks that waited for it, and publishes its
 * {@link RequestEvent}, in one transaction. Whoever listens finds the clocks as they stand afterwards.
 *
 * <p>Common errors: {@link RequestNotFound}, {@link CommandNotPossible} (the state does not allow it),
 * {@link NotPermitted} (the actor's role does not), {@link InvalidInput} (a field is wrong).
 *
 * <p>{@code at} is when it really happened, not later than now; null means now.
 */
public interface RequestCommands {

    /** Enters a draft and returns its new reference. */
    String create(NewRequest request, Actor actor);

    /**
     * Refuses what somebody wants to do to a request that has changed since he read it.
     *
     * @param version the version that he read; the request stays locked until the transaction ends
     * @throws ChangedMeanwhile if it is another one now
     */
    void expectVersion(String reference, long version, Actor actor);

    void submit(String reference, Actor actor);

    /** Approves, or returns for correction with a reason. Nobody reviews his own submission. */
    void review(String reference, boolean approved, @Nullable String reason, Actor actor);

    /** Hands a corrected request in again. */
    void correct(String reference, @Nullable String note, Actor actor);

    void dispatch(String reference, @Nullable Instant at, @Nullable String channel, Actor actor);

    void acknowledge(String reference, @Nullable Instant at, @Nullable String theirReference, Actor actor);

    void recordInterimReply(String reference, @Nullable Instant at, @Nullable String note, Actor actor);

    void recordResponse(String reference, @Nullable Instant at, @Nullable String note, Actor actor);

    /** A reason is mandatory unless the outcome is COMPLETE. */
    void assess(String reference, Assessment assessment, @Nullable String reason, Actor actor);

    /** Assesses a response as a whole; with COMPLETE all measures that were pending count as executed. */
    default void assess(String reference, AssessmentOutcome outcome, @Nullable String reason, Actor actor) {
        assess(reference, Assessment.of(outcome), reason, actor);
    }

    /** Ends the wait for a response; {@code pending} becomes of the measures that have no outcome yet. */
    void closeEarly(String reference, Settlement pending, String reason, Actor actor);

    /** Gives a request to another handler, who must be allowed to see it. */
    void assign(String reference, String handler, @Nullable String reason, Actor actor);

    /**
     * Lets the clock of the response stand still; entered late, everything that follows from it is computed anew.
     *
     * @param category code of the list of pauses
     * @param until when the clock ran on, exclusive, if the pause is over already; null: until it is resumed
     */
    void pause(
            String reference,
            String category,
            String reason,
            @Nullable Instant at,
            @Nullable Instant until,
            Actor actor);

    /** Lets the paused clock of the response run on. */
    void resume(String reference, @Nullable Instant at, @Nullable String note, Actor actor);

    /** Gives the other side more time for its response, as far as the time limit allows. */
    void extend(String reference, GrantedExtension extension, @Nullable Instant at, Actor actor);

    /**
     * The other side says when it will respond. Reminders to it move behind that day; the due date stays.
     *
     * @param on in the zone of the response's time limit; not before the day on which it was promised
     */
    void recordPromise(String reference, LocalDate on, @Nullable Instant at, @Nullable String note, Actor actor);

    /**
     * Changes what describes a request. What stands on the paper can be changed until the paper is approved.
     *
     * @throws FieldIsFixed if a field of the paper cannot be changed any more
     */
    void edit(String reference, RequestEdit edit, Actor actor);

    void withdraw(String reference, String reason, Actor actor);

    /** Enters in the ledger that an outward step was done: a reminder or a note verbale went out. */
    void recordOutwardStep(String reference, String step, @Nullable Instant at, @Nullable String note, Actor actor);

    /** Enters in the ledger that an escalation step was taken or skipped; {@code step} and kind are codes. */
    void recordEscalation(String reference, DeadlineKind kind, String step, boolean taken);

    /** Enters in the ledger that there was nobody who could be told of a step, because none of its people may know. */
    void recordUnheard(String reference, DeadlineKind kind, String step);
}
