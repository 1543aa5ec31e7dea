package org.plazo.request;

/** What becomes of the time that a response has when somebody else is to give it, or when the request is handed in anew. */
public enum ClockCourse {
    /** What has passed has passed. */
    CONTINUE,
    /** The whole time is counted anew; the original due date stays on record. */
    RESTART
}
