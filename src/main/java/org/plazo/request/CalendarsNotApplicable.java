package org.plazo.request;

/** Changed calendars cannot be put in force now; nothing was changed. */
public class CalendarsNotApplicable extends RuntimeException {

    /** Why not. */
    public enum Cause {
        NOTHING_CHANGED("No calendar was changed"),
        STILL_FOLLOWING("Deadlines still follow the last change; try again when they have"),
        NOT_COMPUTABLE("There are running deadlines that would have no date");

        private final String text;

        Cause(String text) {
            this.text = text;
        }
    }

    private final Cause cause;

    public CalendarsNotApplicable(Cause cause) {
        super(cause.text);
        this.cause = cause;
    }

    public Cause why() {
        return cause;
    }
}
