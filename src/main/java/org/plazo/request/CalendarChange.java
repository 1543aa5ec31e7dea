package org.plazo.request;

import java.util.List;
import org.plazo.calendar.CalendarProposal;

/**
 * What changed calendars would do to the deadlines that nobody has stopped.
 *
 * @param moved how many would move, hidden ones included
 * @param hidden how many of them the reader may not know of
 * @param notComputable how many would have no date at all; as long as there is one, nothing can be put in force
 * @param shown one page of those that the reader may know of, the oldest deadline first
 * @param page from 0
 */
public record CalendarChange(
        CalendarProposal proposal, long moved, long hidden, long notComputable, List<MovedDeadline> shown, int page) {

    public CalendarChange {
        shown = List.copyOf(shown);
    }
}
