package org.plazo.workflow.change;

import java.io.Serial;

/** The files or the tables in force are no longer those that somebody looked at; nothing was changed. */
public final class PoliciesChanged extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    PoliciesChanged() {
        super("The tables are no longer those that were shown; look at the change again");
    }
}
