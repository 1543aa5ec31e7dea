package org.plazo.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.plazo.calendar.LocalizedText;

/**
 * A due date with its whole explanation.
 *
 * @param dueOn the local date in the limit's zone
 * @param dueAt the exact instant: not overdue at it, overdue after it
 * @param originalDueOn what the date was before any pause or extension; never changes
 * @param steps how the date came about, in order
 * @param explanation the same as one sentence per language
 */
public record DueDate(
        LocalDate dueOn,
        Instant dueAt,
        LocalDate originalDueOn,
        List<ExplanationStep> steps,
        LocalizedText explanation) {

    public DueDate {
        steps = List.copyOf(steps);
    }
}
