package org.plazo.workflow.process;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ActivityTypes;
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

    /** After the id of an activity that runs several times at once: all of them, not one more. */
    private static final String ALL_INSTANCES = "#" + ActivityTypes.MULTI_INSTANCE_BODY;

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
            case RECEIVED -> startExamination(request, Names.REGISTER_REQUEST);
            case IN_ADMISSIBILITY -> startExamination(request, Names.DECIDE_ADMISSIBILITY);
            case ADMITTED -> startAnswer(request, Names.ASSIGN_AGENCY);
            case IN_EXECUTION -> startAnswer(request, Names.EXECUTE_MEASURE + ALL_INSTANCES);
            case IN_DRAFTING -> startAnswer(request, Names.DRAFT_RESPONSE);
            case IN_CLEARANCE -> startAnswer(request, Names.CLEAR_RESPONSE);
            case CLEARED -> startAnswer(request, Names.SEND_RESPONSE);
        }
    }

    private void startExamination(RequestImported request, String step) {
        clocks.start(request.requestId(), DeadlineKind.ADMISSIBILITY, orNow(request.receivedAt()));
        startAnswer(request, step, Names.timer(DeadlineKind.ADMISSIBILITY));
    }

    /** Beside the work run the clock of the response and, until it is done, the acknowledgement. */
    private void startAnswer(RequestImported request, String... work) {
        Instant receivedAt = orNow(request.receivedAt());
        List<String> steps = new ArrayList<>(List.of(work));
        clocks.start(request.requestId(), DeadlineKind.RESPONSE, receivedAt);
        steps.add(Names.timer(DeadlineKind.RESPONSE));
        if (!request.acknowledged()) {
            clocks.start(request.requestId(), DeadlineKind.ACKNOWLEDGEMENT, receivedAt);
            steps.add(Names.ACKNOWLEDGE_RECEIPT);
        }
        processes.start(request.reference(), steps.toArray(String[]::new));
        takeDueSteps(request.reference());
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
