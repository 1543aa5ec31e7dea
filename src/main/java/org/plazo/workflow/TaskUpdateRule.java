package org.plazo.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * What may change on a user task. The engine asks it on every update of every task, whoever makes it: Tasklist, API or
 * our own code. It refuses by throwing; the message is what the person reads.
 */
@FunctionalInterface
public interface TaskUpdateRule {

    /** @param task the task with its new values */
    void check(DelegateTask task);
}
