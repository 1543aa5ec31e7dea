package org.plazo.deadline;

/** Where a due date goes that falls on a closed day: to the next open day, to the one before, or nowhere. */
public enum RollConvention {
    FOLLOWING,
    PRECEDING,
    NONE
}
