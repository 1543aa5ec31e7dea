package org.plazo.calendar;

import java.time.LocalDate;

/** A day on which a calendar is closed for a reason of its own, whatever its weekday. Weekly closed days are none. */
public record Closure(LocalDate date, LocalizedText reason) {}
