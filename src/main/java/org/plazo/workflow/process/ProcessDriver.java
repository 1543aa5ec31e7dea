package org.plazo.workflow.process;

import java.util.Map;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.RequestEvent;
import org.plazo.request.RequestEvent.ClockChanged;
import org.plazo.request.RequestEvent.DeadlineMoved;
import org.plazo.request.RequestEvent.InterimReplyReceived;
import org.plazo.request.RequestEvent.RequestAcknowledged;
import org.plazo.request.RequestEvent.RequestApproved;
import org.plazo.request.RequestEvent.RequestClosedEarly;
import org.plazo.request.RequestEvent.RequestCorrected;
import org.plazo.request.RequestEvent.RequestDispatched;
import org.plazo.request.RequestEvent.RequestEdited;
import org.plazo.request.RequestEvent.RequestImported;
import org.plazo.request.RequestEvent.RequestReassigned;
import org.plazo.request.RequestEvent.RequestReturnedForCorrection;
import org.plazo.request.RequestEvent.RequestSubmitted;
import org.plazo.request.RequestEvent.RequestWithdrawn;
import org.plazo.request.RequestEvent.ResponseAssessed;
import org.plazo.request.RequestEvent.ResponseReceived;
import org.plazo.request.RequestEvent.SupplyAsked;
import org.plazo.request.RequestEvent.SupplySettled;
import org.plazo.workflow.escalation.Ladder;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the process of a request follow what happened to it, in the same transaction: first the clocks, then the step, so
 * that what the process asks next is true already. If a task brought the command, the step completes itself.
 */
@Component
class ProcessDriver {

    private final RunningProcesses processes;
    private final Clocks clocks;
    private final Timers timers;
    private final TaskDates taskDates;
    private final Ladder ladder;
    private final ProcessImport imports;

    ProcessDriver(
            RunningProcesses processes,
            Clocks clocks,
            Timers timers,
            TaskDates taskDates,
            Ladder ladder,
            ProcessImport imports) {
        this.processes = processes;
        this.clocks = clocks;
        this.timers = timers;
        this.taskDates = taskDates;
        this.ladder = ladder;
        this.imports = imports;
    }

    @EventListener
    void on(RequestSubmitted event) {
        clocks.start(event.requestId(), DeadlineKind.REVIEW, event.at());
        if (!Turn.TASK.isCurrent()) {
            processes.start(event.reference());
        }
    }

    @EventListener
    void on(RequestApproved event) {
        complete(event, Names.REVIEW_REQUEST, Map.of(Names.APPROVED, true));
    }

    @EventListener
    void on(RequestReturnedForCorrection event) {
        complete(event, Names.REVIEW_REQUEST, Map.of(Names.APPROVED, false));
    }

    @EventListener
    void on(RequestCorrected event) {
        complete(event, Names.CORRECT_REQUEST, Map.of());
    }

    @EventListener
    void on(RequestDispatched event) {
        clocks.start(event.requestId(), DeadlineKind.RESPONSE, event.at());
        clocks.start(event.requestId(), DeadlineKind.ACKNOWLEDGEMENT, event.at());
        complete(event, Names.DISPATCH_REQUEST, Map.of());
    }

    @EventListener
    void on(RequestAcknowledged event) {
        if (processes.direction(event.reference()) == Direction.OUTGOING) {
            processes.send(event.reference(), Names.ACKNOWLEDGEMENT_RECEIVED);
            // who acknowledges has written: the next reminder is held back
            timers.follow(event.reference(), DeadlineKind.RESPONSE);
        } else {
            complete(event, Names.CONFIRM_RECEIPT, Map.of());
        }
    }

    @EventListener
    void on(InterimReplyReceived event) {
        timers.follow(event.reference(), DeadlineKind.RESPONSE);
    }

    @EventListener
    void on(ResponseReceived event) {
        complete(event, Names.FOLLOW_UP, Map.of(Names.RECEIVED, "RESPONSE"));
    }

    @EventListener
    void on(ResponseAssessed event) {
        complete(
                event,
                Names.ASSESS_RESPONSE,
                Map.of(Names.OUTCOME, event.outcome().name()));
    }

    @EventListener
    void on(RequestWithdrawn event) {
        processes.send(event.reference(), Names.REQUEST_WITHDRAWN);
    }

    @EventListener
    void on(RequestClosedEarly event) {
        processes.send(event.reference(), Names.REQUEST_WITHDRAWN);
    }

    @EventListener
    void on(SupplyAsked event) {
        clocks.start(event.requestId(), DeadlineKind.SUPPLY, event.at());
        processes.send(event.reference(), Names.SUPPLY_ASKED);
    }

    /** What was supplied in its own task completes itself. */
    @EventListener
    void on(SupplySettled event) {
        if (!event.supplied() || !Turn.TASK.isCurrent()) {
            processes.completeIfOpen(event.reference(), Names.SUPPLY_MISSING);
        }
    }

    @EventListener
    void on(RequestReassigned event) {
        processes.handOver(event.reference(), event.from(), event.to());
    }

    @EventListener
    void on(RequestEdited event) {
        processes.refresh(event.reference());
    }

    @EventListener
    void on(RequestImported event) {
        imports.take(event);
    }

    @EventListener
    void on(DeadlineMoved event) {
        ladder.rearm(event.reference(), event.kind());
        timers.follow(event.reference(), event.kind());
        taskDates.follow(event.reference(), event.kind());
    }

    @EventListener
    void on(ClockChanged event) {
        ladder.rearm(event.reference(), event.kind());
        timers.follow(event.reference(), event.kind());
        taskDates.follow(event.reference(), event.kind());
    }

    private void complete(RequestEvent event, String step, Map<String, Object> routing) {
        if (!Turn.TASK.isCurrent()) {
            processes.complete(event.reference(), step, routing);
        }
    }
}
