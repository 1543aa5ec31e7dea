package org.plazo.request;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a deadline is for. Each running deadline has one clock, one ladder and one live timer. Who is awaited follows from
 * the direction of the request: of an outgoing one the other side, of an incoming one we ourselves.
 */
public enum DeadlineKind {
    /** Outgoing, our own side: from submission until the request has left the house. */
    REVIEW,
    /** From dispatch or receipt until the other side knows that the request has arrived. */
    ACKNOWLEDGEMENT,
    /** Incoming: from receipt until it is decided whether the request can be executed. */
    ADMISSIBILITY,
    /** From dispatch or receipt until the answer. */
    RESPONSE,
    /** Outgoing, our own side: from the day on which the other side asks for something until it has it. */
    SUPPLY;

    /** The deadlines that a request of this direction can have. */
    public static Set<DeadlineKind> of(Direction direction) {
        return switch (direction) {
            case OUTGOING -> EnumSet.of(REVIEW, ACKNOWLEDGEMENT, RESPONSE, SUPPLY);
            case INCOMING -> EnumSet.of(ACKNOWLEDGEMENT, ADMISSIBILITY, RESPONSE);
        };
    }
}
