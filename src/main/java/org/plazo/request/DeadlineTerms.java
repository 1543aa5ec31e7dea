package org.plazo.request;

import org.plazo.deadline.TimeLimit;

/**
 * What policy says of a deadline.
 *
 * @param policy name and version of the decision table, such as {@code time-limits v3}
 */
public record DeadlineTerms(TimeLimit limit, DeadlineBasis basis, String policy) {}
