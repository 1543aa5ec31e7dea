package org.plazo.workflow.escalation;

import java.time.Instant;
import org.plazo.workflow.policy.LadderStep;

/**
 * A step that has not been decided yet.
 *
 * @param at when it is due
 */
record OpenStep(LadderStep step, int generation, Instant at) {}
