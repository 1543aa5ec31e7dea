package org.plazo.request;

import org.plazo.deadline.DueDate;

/** A deadline with the way its date came about. */
public record ExplainedDeadline(RequestDeadline deadline, DueDate explained) {}
