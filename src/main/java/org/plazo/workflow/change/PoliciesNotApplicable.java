package org.plazo.workflow.change;

import java.io.Serial;

/** Changed tables cannot be published now; nothing was changed. */
public final class PoliciesNotApplicable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Cause {
        NOTHING_CHANGED("No table was changed, and every running deadline follows what is in force"),
        STILL_FOLLOWING("Deadlines still follow the last change; try again when they have"),
        NOT_COMPUTABLE("There are running deadlines that would have no date");

        private final String text;

        Cause(String text) {
            this.text = text;
        }
    }

    private final Cause cause;

    PoliciesNotApplicable(Cause cause) {
        super(cause.text);
        this.cause = cause;
    }

    public Cause why() {
        return cause;
    }
}
