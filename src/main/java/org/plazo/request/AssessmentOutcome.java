package org.plazo.request;

/** What a response was worth: COMPLETE closes the request, the others put it back to waiting. */
public enum AssessmentOutcome {
    COMPLETE,
    PARTIAL,
    INSUFFICIENT
}
