package org.plazo.workflow.process;

import org.plazo.workflow.Refusal;

/** Somebody was to get a task of a request that he may not see. */
public class AssigneeMayNotKnow extends Refusal {

    AssigneeMayNotKnow(String userId) {
        super(userId + ": " + BothLanguages.text("workflow.task.may-not-know", "may not know"));
    }
}
