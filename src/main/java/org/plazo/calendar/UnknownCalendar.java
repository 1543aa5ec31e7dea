package org.plazo.calendar;

import java.io.Serial;

/** No calendar has this id. */
public final class UnknownCalendar extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String id;

    public UnknownCalendar(String id) {
        super("There is no calendar \"" + id + "\"");
        this.id = id;
    }

    public String id() {
        return id;
    }
}
