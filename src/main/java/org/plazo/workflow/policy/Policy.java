package org.plazo.workflow.policy;

import org.plazo.deadline.TimeLimit;
import org.plazo.request.DeadlineBasis;

/**
 * How long a deadline is, and why.
 *
 * @param source name and version of the decision table, such as {@code time-limits v3}
 */
public record Policy(TimeLimit limit, DeadlineBasis basis, String source) {}
