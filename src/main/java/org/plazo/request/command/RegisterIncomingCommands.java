package org.plazo.request.command;

import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plazo.request.AdmissibilityDecision;
import org.plazo.request.Direction;
import org.plazo.request.IncomingCommands;
import org.plazo.request.InvalidInput;
import org.plazo.request.LedgerAction;
import org.plazo.request.NewRequest;
import org.plazo.request.NotPermitted;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.RequestEvent.AgencyAssigned;
import org.plazo.request.RequestEvent.ClearanceDecided;
import org.plazo.request.RequestEvent.MeasuresExecuted;
import org.plazo.request.RequestEvent.RequestReceived;
import org.plazo.request.RequestEvent.RequestRegistered;
import org.plazo.request.RequestEvent.ResponseDrafted;
import org.plazo.request.RequestEvent.ResponseSent;
import org.plazo.request.Settlement;
import org.plazo.request.ledger.Ledger;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The commands for what the other side asks of us; each does its things in the order of {@link RegisterCommands}. */
@Component
@Transactional
class RegisterIncomingCommands implements IncomingCommands {

    private final RequestChanges changes;
    private final RequestEntry entry;
    private final CommandInput input;
    private final RequestDeadlines deadlines;
    private final MeasureOutcomes measures;
    private final Admissibility admissibility;
    private final Ledger ledger;

    RegisterIncomingCommands(
            RequestChanges changes,
            RequestEntry entry,
            CommandInput input,
            RequestDeadlines deadlines,
            MeasureOutcomes measures,
            Admissibility admissibility,
            Ledger ledger) {
        this.changes = changes;
        this.entry = entry;
        this.input = input;
        this.deadlines = deadlines;
        this.measures = measures;
        this.admissibility = admissibility;
        this.ledger = ledger;
    }

    @Override
    public String receive(NewRequest newRequest, @Nullable Instant receivedAt, @Nullable String channel, Actor actor) {
        if (!actor.hasAny(Role.HANDLER)) {
            throw new NotPermitted("Entering a request needs the role " + Role.HANDLER);
        }
        CooperationRequest made = entry.enter(newRequest, Direction.INCOMING, actor);
        Instant at = input.receivedAt(receivedAt, newRequest.datedOn());
        input.channel(channel);
        made.receive(at, channel);
        CooperationRequest request = entry.store(made, newRequest);
        ledger.append(new Ledger.Entry(
                request.id(),
                LedgerAction.RECEIVED,
                actor.userId(),
                at,
                channel,
                null,
                request.lifecycle().name(),
                null));
        changes.publish(new RequestReceived(request.id(), request.reference(), at));
        return request.reference();
    }

    @Override
    public void register(String reference, @Nullable String note, Actor actor) {
        var change = changes.begin(reference, RequestCommand.REGISTRATION, actor);
        change.request().register();
        input.note("note", note);
        Instant now = input.now();
        change.store(LedgerAction.REGISTERED, now, null, note);
        changes.publish(new RequestRegistered(change.request().id(), reference, now));
    }

    @Override
    public void decideAdmissibility(
            String reference, AdmissibilityDecision decision, @Nullable Instant at, Actor actor) {
        admissibility.decide(reference, decision, at, actor);
    }

    @Override
    public void recordInformation(String reference, @Nullable Instant at, @Nullable String note, Actor actor) {
        admissibility.recordInformation(reference, at, note, actor);
    }

    @Override
    public void goOnWithoutInformation(String reference, @Nullable Instant at, @Nullable String reason, Actor actor) {
        admissibility.goOnWithoutInformation(reference, at, reason, actor);
    }

    @Override
    public void assignAgency(String reference, String agency, @Nullable String note, Actor actor) {
        var change = changes.begin(reference, RequestCommand.AGENCY, actor);
        CooperationRequest request = change.request();
        request.requireFits(RequestCommand.AGENCY);
        input.agency(agency);
        input.note("note", note);
        String before = request.assignAgency(agency);
        if (agency.equals(before)) {
            throw new InvalidInput("agency", "has the request already");
        }
        change.storeMoved(LedgerAction.AGENCY_ASSIGNED, input.now(), before, agency, note);
        changes.publish(new AgencyAssigned(request.id(), reference, before, agency));
    }

    @Override
    public void recordExecution(String reference, Map<Integer, Settlement> settlements, Actor actor) {
        var change = changes.begin(reference, RequestCommand.EXECUTION, actor);
        CooperationRequest request = change.request();
        request.requireFits(RequestCommand.EXECUTION);
        if (settlements.isEmpty()) {
            throw new InvalidInput("measures", "at least one measure is needed");
        }
        Instant now = input.now();
        measures.settle(change, settlements, now);
        request.executed();
        change.store(LedgerAction.EXECUTED, now, null, null);
        changes.publish(new MeasuresExecuted(
                request.id(),
                reference,
                new TreeSet<>(settlements.keySet()),
                request.pendingMeasures().size()));
    }

    @Override
    public void submitResponse(String reference, @Nullable String note, Actor actor) {
        var change = changes.begin(reference, RequestCommand.DRAFTING, actor);
        change.request().submitResponse();
        input.note("note", note);
        Instant now = input.now();
        change.store(LedgerAction.RESPONSE_DRAFTED, now, null, note);
        changes.publish(new ResponseDrafted(change.request().id(), reference, now));
    }

    @Override
    public void clear(String reference, boolean cleared, @Nullable String reason, Actor actor) {
        var change = changes.begin(reference, RequestCommand.CLEARANCE, actor);
        CooperationRequest request = change.request();
        request.clear(cleared);
        if (!actor.equals(Actor.SYSTEM) && changes.wasDraftedBy(request, actor)) {
            throw new NotPermitted("Nobody clears what he drafted himself");
        }
        Instant now = input.now();
        if (cleared) {
            input.note("reason", reason);
        } else {
            input.requiredReason(reason);
        }
        change.store(cleared ? LedgerAction.CLEARED : LedgerAction.REDRAFT, now, null, reason);
        changes.publish(new ClearanceDecided(request.id(), reference, cleared, now));
    }

    @Override
    public void sendResponse(String reference, @Nullable Instant at, @Nullable String channel, Actor actor) {
        var change = changes.begin(reference, RequestCommand.RESPONSE_DISPATCH, actor);
        CooperationRequest request = change.request();
        Instant when = input.at(at);
        request.sendResponse(when);
        input.channel(channel);
        change.store(LedgerAction.RESPONSE_SENT, when, channel, null);
        deadlines.stopAll(request.id(), when);
        changes.publish(new ResponseSent(request.id(), reference, when));
    }
}
