package org.plazo.request;

import java.util.function.Consumer;
import org.plazo.security.Actor;

/** Changed calendars, for administrators: what they would do to running deadlines, and putting them in force. */
public interface CalendarChanges {

    /** How many deadlines a page shows at most. */
    int MOST_SHOWN = 200;

    /**
     * Computes all running deadlines with what the files say now.
     *
     * @param page from 0
     * @throws NotPermitted if the actor is no administrator
     */
    CalendarChange change(int page, int size, Actor actor);

    /** Every deadline that would move and that the actor may know of, the oldest first. */
    void each(Actor actor, Consumer<MovedDeadline> taker);

    /**
     * Puts in force what the files say. Running deadlines follow in the background, each with its timers, its tasks and an
     * entry in the ledger.
     *
     * @param hash of the change that the actor has seen
     * @return the number of the calendars' new version
     * @throws org.plazo.calendar.CalendarsChanged if the change is another one by now
     * @throws CalendarsNotApplicable if there is nothing to put in force, or it cannot be
     * @throws InvalidInput if the reason is missing or too long
     */
    int apply(String hash, String reason, Actor actor);

    /** Whether running deadlines have still to follow the calendars in force. */
    boolean following();
}
