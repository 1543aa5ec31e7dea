package org.plazo.deadline;

import java.time.LocalDate;

/** More time granted on a day: counted from the rolled due date. {@code amount} is positive. */
public record ClockExtension(LocalDate on, int amount, LimitUnit unit) {}
