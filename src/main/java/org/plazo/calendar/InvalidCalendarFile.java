package org.plazo.calendar;

import java.io.Serial;

/** A file in {@code config/calendars} cannot be used; the message names file and key. */
public final class InvalidCalendarFile extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    InvalidCalendarFile(String file, String key, String problem) {
        super(file + ": " + (key.isEmpty() ? "" : key + ": ") + problem);
    }

    InvalidCalendarFile(String file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
    }
}
