package org.plazo.deadline.reckoning;

import org.plazo.deadline.LimitUnit;

/** More time, in a unit of days or months, granted at a moment; the moment only tells the order of several. */
public record Extension(Moment on, int amount, LimitUnit unit) {}
