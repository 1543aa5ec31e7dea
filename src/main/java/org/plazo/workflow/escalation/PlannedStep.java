package org.plazo.workflow.escalation;

import java.time.Instant;

/**
 * A step that is still to come.
 *
 * @param step its code
 * @param at when it is due; in the past: at once
 */
public record PlannedStep(String step, Instant at) {}
