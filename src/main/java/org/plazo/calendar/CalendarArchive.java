package org.plazo.calendar;

import java.util.List;
import java.util.Set;

/** Keeps every version of the calendars, and puts a new one in force when it is told to. */
public interface CalendarArchive extends CalendarVersions {

    /** Reads the folder now and compares it with what is in force. */
    CalendarProposal proposal();

    /**
     * Puts it in force, for new deadlines at once; those that run follow afterwards.
     *
     * @return the number of the new version
     * @throws CalendarsChanged if other calendars have been put in force since it was made
     */
    int apply(CalendarProposal proposal, String actor, String reason);

    CalendarVersion version(int version);

    /** The newest first. */
    List<CalendarVersion> latest(int most);

    /** The calendars that differ between two versions. */
    Set<String> changedBetween(int one, int other);

    /** Notes that no running deadline is left that has still to follow. */
    void finished(int version);
}
