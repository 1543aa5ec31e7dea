package org.plazo.request;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The date by which the counterpart promised what a deadline waits for.
 *
 * @param on in the zone of the deadline's limit
 * @param at the end of that day: kept at it, broken after it
 * @param slips how often a promise was put off to a later date
 */
public record CounterpartPromise(LocalDate on, Instant at, int slips) {}
