package org.plazo.deadline.reckoning;

import java.io.Serial;
import org.plazo.calendar.LocalizedText;

/** No due date follows from these terms; tells which of them is wrong, such as {@code pauses[0].to}, and why. */
public final class InvalidTerms extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String field;
    private final transient LocalizedText problem;

    private InvalidTerms(String field, LocalizedText problem) {
        super(field + ": " + problem.en());
        this.field = field;
        this.problem = problem;
    }

    /** @param problem the last part of a key {@code deadline.problem.…} */
    public InvalidTerms(String field, String problem, Object... arguments) {
        this(field, Wording.text("deadline.problem." + problem, arguments));
    }

    public String field() {
        return field;
    }

    public LocalizedText problem() {
        return problem;
    }
}
