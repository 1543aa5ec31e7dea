package org.plazo.request;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plazo.security.Actor;

/**
 * What is done to a request that the other side has sent us, beside what {@link RequestCommands} offers for both
 * directions (acknowledgement, interim reply, the clock, assignment to a handler, editing, withdrawal by the other side).
 * Transactions, errors and {@code at} are as there.
 */
public interface IncomingCommands {

    /**
     * Enters a request of the other side and returns our reference. All its clocks run from the receipt.
     *
     * @param receivedAt when it reached us, not in the future and not before the date on the paper; null means now
     * @param channel code of the channel by which it came
     */
    String receive(NewRequest request, @Nullable Instant receivedAt, @Nullable String channel, Actor actor);

    /** Says that its particulars are complete; whether it can be executed is decided next. */
    void register(String reference, @Nullable String note, Actor actor);

    void decideAdmissibility(String reference, AdmissibilityDecision decision, @Nullable Instant at, Actor actor);

    /** What we had asked for has come; the clocks run on from {@code at}. */
    void recordInformation(String reference, @Nullable Instant at, @Nullable String note, Actor actor);

    /** What we had asked for has not come and is awaited no more; the clocks run on from {@code at}, and it is decided without. */
    void goOnWithoutInformation(String reference, @Nullable Instant at, @Nullable String reason, Actor actor);

    /**
     * Gives an admissible request to one of our agencies, or from one to another while it is being executed.
     *
     * @param agency code of an authority of the home side
     */
    void assignAgency(String reference, String agency, @Nullable String note, Actor actor);

    /**
     * Says what became of measures; with the last one the response is to be drafted.
     *
     * @param measures by position, from 1
     */
    void recordExecution(String reference, Map<Integer, Settlement> measures, Actor actor);

    /** Hands the drafted response in for clearance. */
    void submitResponse(String reference, @Nullable String note, Actor actor);

    /** Clears the response, or returns it with a reason. Nobody clears what he drafted. */
    void clear(String reference, boolean cleared, @Nullable String reason, Actor actor);

    /** The response has left the house: all clocks stop, and the request is closed. */
    void sendResponse(String reference, @Nullable Instant at, @Nullable String channel, Actor actor);
}
