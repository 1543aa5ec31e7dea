package org.plazo.request;

/** How fast an answer is needed; it selects the time limits and the escalation ladder. */
public enum Urgency {
    ROUTINE,
    URGENT,
    EMERGENCY
}
