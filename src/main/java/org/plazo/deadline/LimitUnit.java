package org.plazo.deadline;

/** How a time limit is counted. Days are dates, never 24 hours; business units count only where a calendar is open. */
public enum LimitUnit {
    CLOCK_MINUTES,
    CLOCK_HOURS,
    BUSINESS_MINUTES,
    BUSINESS_HOURS,
    BUSINESS_DAYS,
    CALENDAR_DAYS,
    MONTHS;

    /** Whether it is counted in days or months; else it is counted in time. */
    public boolean inDays() {
        return this == BUSINESS_DAYS || this == CALENDAR_DAYS || this == MONTHS;
    }

    /** Whether it is counted inside opening hours. */
    public boolean inOpeningHours() {
        return this == BUSINESS_MINUTES || this == BUSINESS_HOURS;
    }
}
