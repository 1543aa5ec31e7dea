package org.plazo.request;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When it is to be looked at whether a postponed request can go on.
 *
 * @param on in the home side's zone
 * @param at nine o'clock of that day, when the handler is told
 */
public record PostponementReview(LocalDate on, Instant at) {

    /** The code of the step in which he is told. */
    public static final String STEP = "REVIEW_DATE";
}
