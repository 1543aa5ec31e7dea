/** What the decision tables in {@code processes/} say: time limits and escalation ladders, read and validated. */
@NullMarked
package org.plazo.workflow.policy;

import org.jspecify.annotations.NullMarked;
