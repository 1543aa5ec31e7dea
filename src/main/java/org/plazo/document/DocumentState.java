package org.plazo.document;

/** Whether the virus scanner, if there is one, lets a document out. */
public enum DocumentState {
    AVAILABLE,
    /** The scanner has not looked at it yet. */
    QUARANTINED,
    INFECTED
}
