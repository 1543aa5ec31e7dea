package org.plazo.workflow.policy;

import java.util.List;

/** What one version of the two decision tables says, in force or not. */
public interface PolicyTables {

    /** @throws TableNotUsable if no or more than one row fits, or the row cannot be followed */
    Policy timeLimit(PolicyCase asked);

    /**
     * The steps of the ladder, lowest level first.
     *
     * @throws TableNotUsable if a row cannot be followed
     */
    List<LadderStep> ladder(PolicyCase asked);
}
