package org.plazo.calendar;

/**
 * The calendars as they were at different times. A date that was computed with one version can be explained with it for
 * good, whatever the files say by then.
 */
public interface CalendarVersions {

    /** The number of the version in force. */
    int current();

    /**
     * @throws IllegalArgumentException if there is no such version
     */
    Calendars of(int version);

    /** The calendars in force, for what nobody keeps. Ask each time: they change while the application runs. */
    default Calendars inForce() {
        return of(current());
    }

    /** Calendars that never change. */
    static CalendarVersions always(Calendars calendars) {
        return new CalendarVersions() {
            @Override
            public int current() {
                return 1;
            }

            @Override
            public Calendars of(int version) {
                return calendars;
            }
        };
    }
}
