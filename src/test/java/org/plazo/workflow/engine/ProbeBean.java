package org.plazo.workflow.engine;

import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.plazo.workflow.ProcessBean;

/** A component of the tests that diagrams may name; it counts how often it was reached. */
@ProcessBean
public class ProbeBean implements JavaDelegate {

    static final AtomicInteger CALLS = new AtomicInteger();

    @Override
    public void execute(DelegateExecution execution) {
        CALLS.incrementAndGet();
    }

    public String answer(@Nullable Object question) {
        CALLS.incrementAndGet();
        return "answer to " + question;
    }

    public Date due(DelegateExecution execution) {
        return new Date(0);
    }

    String hidden() {
        return "hidden";
    }
}
