package org.plazo.workflow.process;

/** Somebody tried to change a field of a task that follows the deadline or the diagram. */
public class TaskFieldIsFixed extends RuntimeException {

    TaskFieldIsFixed(String field) {
        super(field + ": " + BothLanguages.text("workflow.task.fixed", "fixed"));
    }
}
