package org.plazo.request;

/** How a request stands against its running deadline; derived at each reading, never stored. */
public enum Timeliness {
    NO_DEADLINE,
    ON_TIME,
    DUE_SOON,
    OVERDUE,
    LONG_OVERDUE
}
