package org.plazo.calendar;

import java.io.Serial;
import java.util.Collection;

/** Calendars that are never open together. */
public final class NoOpenDay extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    NoOpenDay(Collection<String> calendars) {
        super("No day is open in all of the calendars " + calendars);
    }
}
