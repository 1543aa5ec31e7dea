package org.plazo.workflow.process;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plazo.request.DeadlineKind;
import org.plazo.request.RequestEvent.RequestImported;
import org.plazo.workflow.escalation.ImportedSteps;
import org.springframework.stereotype.Component;

/**
 * Starts the process of an imported request at its step. Its clocks run from the historical instants, so that steps may be
 * due at once; the highest of them is taken here, so that all of an import's can be told together.
 */
@Component
class ProcessImport {

    private final RunningProcesses processes;
    private final Clocks clocks;
    private final Clock clock;

    ProcessImport(RunningProcesses processes, Clocks clocks, Clock clock) {
        this.processes = processes;
        this.clocks = clocks;
        this.clock = clock;
    }

    void take(RequestImported request) {
        String reference = request.reference();
        switch (request.lifecycle()) {
            case DRAFT, CLOSED, WITHDRAWN, TRANSFERRED -> {
                // nothing waits, so there is nothing to drive
            }
            case IN_REVIEW -> {
                startReviewClock(request);
                processes.start(reference);
                takeDueSteps(reference);
            }
            case IN_CORRECTION -> {
                startReviewClock(request);
                processes.start(reference, Names.CORRECT_REQUEST, Names.timer(DeadlineKind.REVIEW));
                takeDueSteps(reference);
            }
            case APPROVED -> {
                startReviewClock(request);
                processes.start(reference, Names.DISPATCH_REQUEST, Names.timer(DeadlineKind.REVIEW));
                takeDueSteps(reference);
            }
            case AWAITING_RESPONSE -> {
                startResponseClocks(request);
                processes.start(reference, Names.AWAIT_RESPONSE);
                takeDueSteps(reference);
            }
            case IN_ASSESSMENT -> {
                startResponseClocks(request);
                processes.start(reference, Names.ASSESS_RESPONSE);
            }
            case RECEIVED, IN_ADMISSIBILITY, ADMITTED, IN_EXECUTION, IN_DRAFTING, IN_CLEARANCE, CLEARED ->
                throw new IllegalStateException("Incoming requests are not imported");
        }
    }

    private void takeDueSteps(String reference) {
        ImportedSteps.take(() -> processes.runDueTimers(reference));
    }

    private void startReviewClock(RequestImported request) {
        clocks.start(request.requestId(), DeadlineKind.REVIEW, orNow(request.submittedAt()));
    }

    private void startResponseClocks(RequestImported request) {
        Instant dispatchedAt = orNow(request.dispatchedAt());
        clocks.start(request.requestId(), DeadlineKind.RESPONSE, dispatchedAt);
        if (!request.acknowledged()) {
            clocks.start(request.requestId(), DeadlineKind.ACKNOWLEDGEMENT, dispatchedAt);
        }
    }

    private Instant orNow(@Nullable Instant instant) {
        return instant == null ? clock.instant() : instant;
    }
}
