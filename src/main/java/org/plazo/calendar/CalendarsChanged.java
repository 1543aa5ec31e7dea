package org.plazo.calendar;

import java.io.Serial;

/** The files or the calendars in force are no longer those that somebody looked at; nothing was changed. */
public final class CalendarsChanged extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public CalendarsChanged() {
        super("The calendars are no longer those that were shown; look at the change again");
    }
}
