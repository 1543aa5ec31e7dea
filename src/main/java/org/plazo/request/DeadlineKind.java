package org.plazo.request;

/** What a deadline is for. Each running deadline has one clock, one ladder and one live timer. */
public enum DeadlineKind {
    /** Our own side: from submission until the request has left the house. */
    REVIEW,
    /** The counterpart: from dispatch until it says that it has the request. */
    ACKNOWLEDGEMENT,
    /** The counterpart: from dispatch until it answers. */
    RESPONSE
}
