package org.plazo.request;

/** The state of one deadline's clock. */
public enum ClockState {
    RUNNING,
    PAUSED,
    STOPPED
}
