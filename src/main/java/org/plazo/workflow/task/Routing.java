package org.plazo.workflow.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Where a form lets the process tell which way to go. */
record Routing(DelegateExecution execution) {

    void set(String variable, Object value) {
        execution.setVariable(variable, value);
    }
}
