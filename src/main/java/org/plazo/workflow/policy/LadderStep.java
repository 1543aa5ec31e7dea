package org.plazo.workflow.policy;

import java.util.Set;
import org.plazo.deadline.LimitUnit;

/**
 * One step of an escalation ladder.
 *
 * @param step its code, unique in the ladder
 * @param level its height; of several due steps the highest is taken
 * @param amount how many units after the due date; negative: before it
 * @param recipients who is told
 * @param heldBack whether an interim reply holds this step back while it is the next one
 */
public record LadderStep(
        String step,
        int level,
        int amount,
        LimitUnit unit,
        Set<Recipient> recipients,
        OutwardAction outward,
        boolean heldBack) {

    public LadderStep {
        recipients = Set.copyOf(recipients);
    }
}
