package org.plazo.deadline;

import java.util.List;
import org.plazo.calendar.LocalizedText;

/** How a due date came about: as data, in the order of the computation, and in sentences. */
public record Explanation(List<ExplanationStep> steps, LocalizedText text) {

    public Explanation {
        steps = List.copyOf(steps);
    }
}
