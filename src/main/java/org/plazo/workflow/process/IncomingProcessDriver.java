package org.plazo.workflow.process;

import java.util.Map;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.RequestEvent;
import org.plazo.request.RequestEvent.AdmissibilityDecided;
import org.plazo.request.RequestEvent.AgencyAssigned;
import org.plazo.request.RequestEvent.ClearanceDecided;
import org.plazo.request.RequestEvent.InformationWaitEnded;
import org.plazo.request.RequestEvent.MeasuresExecuted;
import org.plazo.request.RequestEvent.RequestReceived;
import org.plazo.request.RequestEvent.RequestRegistered;
import org.plazo.request.RequestEvent.ResponseDrafted;
import org.plazo.request.RequestEvent.ResponseSent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the process of an incoming request follow what happened to it, as {@link ProcessDriver} does for both directions. */
@Component
class IncomingProcessDriver {

    private final RunningProcesses processes;
    private final Clocks clocks;
    private final AgencyTasks agency;

    IncomingProcessDriver(RunningProcesses processes, Clocks clocks, AgencyTasks agency) {
        this.processes = processes;
        this.clocks = clocks;
        this.agency = agency;
    }

    @EventListener
    void on(RequestReceived event) {
        for (DeadlineKind kind : DeadlineKind.of(Direction.INCOMING)) {
            clocks.start(event.requestId(), kind, event.receivedAt());
        }
        if (!Turn.TASK.isCurrent()) {
            processes.start(event.reference());
        }
    }

    @EventListener
    void on(RequestRegistered event) {
        complete(event, Names.REGISTER_REQUEST, Map.of());
    }

    @EventListener
    void on(AdmissibilityDecided event) {
        complete(
                event,
                Names.DECIDE_ADMISSIBILITY,
                Map.of(Names.ADMISSIBILITY, event.choice().name()));
    }

    @EventListener
    void on(InformationWaitEnded event) {
        complete(event, Names.RECORD_INFORMATION, Map.of());
    }

    @EventListener
    void on(AgencyAssigned event) {
        if (Turn.TASK.isCurrent()) {
            return;
        }
        if (processes.isOpen(event.reference(), Names.ASSIGN_AGENCY)) {
            complete(event, Names.ASSIGN_AGENCY, Map.of());
        } else {
            agency.handOver(event.reference(), event.to());
            processes.refresh(event.reference());
        }
    }

    @EventListener
    void on(MeasuresExecuted event) {
        if (!Turn.TASK.isCurrent()) {
            processes.completeMeasures(event.reference(), event.positions());
        }
    }

    @EventListener
    void on(ResponseDrafted event) {
        complete(event, Names.DRAFT_RESPONSE, Map.of());
    }

    @EventListener
    void on(ClearanceDecided event) {
        complete(event, Names.CLEAR_RESPONSE, Map.of(Names.CLEARED, event.cleared()));
    }

    @EventListener
    void on(ResponseSent event) {
        complete(event, Names.SEND_RESPONSE, Map.of());
    }

    private void complete(RequestEvent event, String step, Map<String, Object> routing) {
        if (!Turn.TASK.isCurrent()) {
            processes.complete(event.reference(), step, routing);
        }
    }
}
