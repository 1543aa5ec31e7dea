package org.plazo.deadline;

/** How a time limit is counted. Days are dates, never 24 hours; business units count only where a calendar is open. */
public enum LimitUnit {
    CLOCK_MINUTES,
    CLOCK_HOURS,
    BUSINESS_MINUTES,
    BUSINESS_HOURS,
    BUSINESS_DAYS,
    CALENDAR_DAYS,
    MONTHS
}
