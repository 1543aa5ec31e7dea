package org.plazo.workflow.policy;

import java.util.Set;
import org.plazo.deadline.LimitUnit;
import org.plazo.request.PostponementReview;

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

    /** What stands in no table: the handler is told when the day is over that the other side had promised. */
    public static final LadderStep PROMISE_BROKEN = own("PROMISE_BROKEN");

    /** Likewise on the day on which a postponement is to be reviewed. */
    public static final LadderStep REVIEW_DATE = own(PostponementReview.STEP);

    /** Of several steps that are due, every other is higher. */
    private static LadderStep own(String code) {
        return new LadderStep(code, 0, 0, LimitUnit.CLOCK_HOURS, Set.of(Recipient.HANDLER), OutwardAction.NONE, false);
    }

    public LadderStep {
        recipients = Set.copyOf(recipients);
    }
}
