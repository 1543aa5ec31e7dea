package org.plazo.workflow.process;

import org.plazo.workflow.Refusal;

/** Somebody tried to change a field of a task that follows the deadline or the diagram. */
public class TaskFieldIsFixed extends Refusal {

    TaskFieldIsFixed(String field) {
        super(field + ": " + BothLanguages.text("workflow.task.fixed", "fixed"));
    }
}
