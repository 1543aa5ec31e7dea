package org.plazo.request;

/** Whose reference it is. */
public enum ReferenceSide {
    HOME,
    COUNTERPART
}
