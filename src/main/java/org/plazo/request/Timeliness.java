package org.plazo.request;

/** How a request stands against its running deadline; derived at each reading, never stored. */
public enum Timeliness {
    NO_DEADLINE,
    /** The clock stands still, so that there is no date that could be missed. */
    PAUSED,
    ON_TIME,
    DUE_SOON,
    OVERDUE,
    LONG_OVERDUE,
    /** The day that the counterpart promised is over, whether the due date is or not. */
    PROMISE_BROKEN
}
