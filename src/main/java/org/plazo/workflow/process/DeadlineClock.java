package org.plazo.workflow.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.plazo.request.DeadlineKind;
import org.plazo.workflow.ProcessBean;
import org.plazo.workflow.escalation.Ladder;

/** What diagrams may ask about a request's clocks. The request is the one whose reference is the business key. */
@ProcessBean
public class DeadlineClock {

    private final Timers timers;
    private final Ladder ladder;

    DeadlineClock(Timers timers, Ladder ladder) {
        this.timers = timers;
        this.ladder = ladder;
    }

    /**
     * When a timer of a clock fires: the instant of the next step, or 9999-12-31T00:00Z while there is none.
     *
     * @param kind name of a {@link DeadlineKind}
     */
    public Date nextStepDue(DelegateExecution execution, String kind) {
        return timers.nextStepDue(execution.getProcessBusinessKey(), DeadlineKind.valueOf(kind));
    }

    public boolean isRunning(DelegateExecution execution, String kind) {
        return ladder.isAwaited(execution.getProcessBusinessKey(), DeadlineKind.valueOf(kind));
    }
}
