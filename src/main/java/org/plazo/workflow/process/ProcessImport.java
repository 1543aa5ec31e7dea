package org.plazo.workflow.process;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plazo.request.DeadlineKind;
import org.plazo.request.RequestEvent.RequestImported;
import org.springframework.stereotype.Component;

/**
 * Starts the process of an imported request at its step. Its clocks run from the historical instants, so that steps may be
 * due at once; of those the timer takes only the highest.
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
            case DRAFT, CLOSED, WITHDRAWN -> {
                // nothing waits, so there is nothing to drive
            }
            case IN_REVIEW -> {
                startReviewClock(request);
                processes.start(reference);
            }
            case IN_CORRECTION -> {
                startReviewClock(request);
                processes.start(reference, Names.CORRECT_REQUEST, Names.timer(DeadlineKind.REVIEW));
            }
            case APPROVED -> {
                startReviewClock(request);
                processes.start(reference, Names.DISPATCH_REQUEST, Names.timer(DeadlineKind.REVIEW));
            }
            case AWAITING_RESPONSE -> {
                startResponseClocks(request);
                processes.start(reference, Names.AWAIT_RESPONSE);
            }
            case IN_ASSESSMENT -> {
                startResponseClocks(request);
                processes.start(reference, Names.ASSESS_RESPONSE);
            }
        }
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
