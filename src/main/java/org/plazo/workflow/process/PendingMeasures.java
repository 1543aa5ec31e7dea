package org.plazo.workflow.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.plazo.request.Requests;
import org.plazo.workflow.ProcessBean;

/** What diagrams may ask about the measures of a request: numbers, no text. */
@ProcessBean
public class PendingMeasures {

    private final Requests requests;

    PendingMeasures(Requests requests) {
        this.requests = requests;
    }

    /** The positions of the measures without an outcome, from 1. */
    public List<Integer> numbers(DelegateExecution execution) {
        return requests.pendingMeasures(execution.getProcessBusinessKey());
    }
}
