package org.plazo.workflow.escalation;

import java.time.Instant;
import org.plazo.workflow.policy.LadderStep;

/**
 * A step that has not been decided yet.
 *
 * @param at when it is due
 * @param promised whether it waits for a day that the counterpart promised
 */
record OpenStep(LadderStep step, int generation, Instant at, boolean promised) {}
