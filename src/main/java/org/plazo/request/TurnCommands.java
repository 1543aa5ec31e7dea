package org.plazo.request;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plazo.security.Actor;

/**
 * What happens to a request on its way beside acknowledgement, reply and response. Transactions, errors and {@code at} are
 * as in {@link RequestCommands}.
 */
public interface TurnCommands {

    /**
     * Outgoing: the other side has sent the request back, perhaps without having registered it. The clocks of response and
     * acknowledgement stand still, and we have to supply what is missing, in a time of its own.
     *
     * @param reasons what they say is wrong with it
     */
    void returnAsDeficient(String reference, String reasons, @Nullable Instant at, Actor actor);

    /**
     * Outgoing: the other side needs something from us before it goes on. The clock of the response stands still, and we
     * have to supply it, in a time of its own. Whoever asks has the request: this acknowledges it too.
     *
     * @param what they ask for
     * @param theirReference if they gave one
     */
    void askForInformation(
            String reference, String what, @Nullable String theirReference, @Nullable Instant at, Actor actor);

    /**
     * Outgoing: what was missing has left the house, and the clocks run on. After a return as deficient they start anew
     * if the settings say so.
     */
    void supply(String reference, @Nullable String channel, @Nullable String note, @Nullable Instant at, Actor actor);

    /**
     * Whoever is asked postpones the answer: the clock of the response stands still until it is resumed. Postponed already,
     * it gets another day of review.
     *
     * @param ground code of the list of grounds
     * @param reviewOn later than today in the home side's zone: the handler is told on this day
     */
    void postpone(
            String reference,
            String ground,
            LocalDate reviewOn,
            @Nullable String reason,
            @Nullable Instant at,
            Actor actor);

    /**
     * Outgoing: the other side has passed the request on to another of its authorities.
     *
     * @param authority its code
     * @param clock whether the time of the response continues or starts anew; null: as the settings say
     * @param reason needed if {@code clock} is not what the settings say
     */
    void transfer(
            String reference,
            String authority,
            @Nullable ClockCourse clock,
            @Nullable String reason,
            @Nullable Instant at,
            Actor actor);

    /** Outgoing: we have sent the same request once more. No clock takes notice. */
    void resend(String reference, @Nullable String channel, @Nullable String note, @Nullable Instant at, Actor actor);
}
