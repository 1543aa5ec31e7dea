package org.plazo.request;

/** Where a deadline comes from. No treaty fixes response times here, so there is no "statutory". */
public enum DeadlineBasis {
    REQUESTED,
    AGREED,
    INTERNAL_TARGET
}
