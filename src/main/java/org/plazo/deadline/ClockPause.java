package org.plazo.deadline;

import java.time.Instant;

/** A time in which the clock stood still: {@code from} inclusive, {@code to} exclusive. */
public record ClockPause(Instant from, Instant to) {}
