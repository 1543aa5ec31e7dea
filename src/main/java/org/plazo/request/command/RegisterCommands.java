package org.plazo.request.command;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Assessment;
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.ChangedMeanwhile;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.GrantedExtension;
import org.plazo.request.InvalidInput;
import org.plazo.request.LedgerAction;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.NewRequest;
import org.plazo.request.NotPermitted;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.RequestEdit;
import org.plazo.request.RequestEvent.InterimReplyReceived;
import org.plazo.request.RequestEvent.RequestAcknowledged;
import org.plazo.request.RequestEvent.RequestApproved;
import org.plazo.request.RequestEvent.RequestClosedEarly;
import org.plazo.request.RequestEvent.RequestCorrected;
import org.plazo.request.RequestEvent.RequestDispatched;
import org.plazo.request.RequestEvent.RequestReassigned;
import org.plazo.request.RequestEvent.RequestReturnedForCorrection;
import org.plazo.request.RequestEvent.RequestSubmitted;
import org.plazo.request.RequestEvent.RequestWithdrawn;
import org.plazo.request.RequestEvent.ResponseAssessed;
import org.plazo.request.RequestEvent.ResponseReceived;
import org.plazo.request.Settlement;
import org.plazo.request.ledger.Ledger;
import org.plazo.request.rows.RequestLock;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The commands: role, row lock, transition, ledger, clocks, event; in this order and in one transaction. */
@Component
@Transactional
class RegisterCommands implements RequestCommands {

    private final RequestChanges changes;
    private final RequestEntry entry;
    private final CommandInput input;
    private final RequestDeadlines deadlines;
    private final MeasureOutcomes measures;
    private final RequestEdits edits;
    private final Ledger ledger;
    private final RequestLock lock;
    private final ClockCommands clocks;

    RegisterCommands(
            RequestChanges changes,
            RequestEntry entry,
            CommandInput input,
            RequestDeadlines deadlines,
            MeasureOutcomes measures,
            RequestEdits edits,
            Ledger ledger,
            RequestLock lock,
            ClockCommands clocks) {
        this.changes = changes;
        this.entry = entry;
        this.measures = measures;
        this.edits = edits;
        this.input = input;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.lock = lock;
        this.clocks = clocks;
    }

    @Override
    public String create(NewRequest newRequest, Actor actor) {
        if (!actor.hasAny(Role.HANDLER)) {
            throw new NotPermitted("Entering a request needs the role " + Role.HANDLER);
        }
        CooperationRequest request = entry.store(entry.enter(newRequest, Direction.OUTGOING, actor), newRequest);
        ledger.append(new Ledger.Entry(
                request.id(),
                LedgerAction.CREATED,
                actor.userId(),
                input.now(),
                null,
                null,
                request.lifecycle().name(),
                null));
        return request.reference();
    }

    @Override
    public void submit(String reference, Actor actor) {
        var change = changes.begin(reference, RequestCommand.SUBMISSION, actor);
        Instant now = input.now();
        change.request().submit(actor, now);
        change.store(LedgerAction.SUBMITTED, now, null, null);
        changes.publish(new RequestSubmitted(change.request().id(), reference, now));
    }

    @Override
    public void review(String reference, boolean approved, @Nullable String reason, Actor actor) {
        var change = changes.begin(reference, RequestCommand.REVIEW, actor);
        CooperationRequest request = change.request();
        request.review(approved);
        if (!actor.equals(Actor.SYSTEM) && changes.wasHandedInBy(request, actor)) {
            throw new NotPermitted("Nobody reviews what he handed in himself");
        }
        Instant now = input.now();
        if (approved) {
            input.note("reason", reason);
            change.store(LedgerAction.APPROVED, now, null, reason);
            changes.publish(new RequestApproved(request.id(), reference, now));
        } else {
            input.requiredReason(reason);
            change.store(LedgerAction.RETURNED, now, null, reason);
            changes.publish(new RequestReturnedForCorrection(request.id(), reference, now));
        }
    }

    @Override
    public void correct(String reference, @Nullable String note, Actor actor) {
        var change = changes.begin(reference, RequestCommand.CORRECTION, actor);
        change.request().correct(actor);
        input.note("note", note);
        Instant now = input.now();
        change.store(LedgerAction.CORRECTED, now, null, note);
        changes.publish(new RequestCorrected(change.request().id(), reference, now));
    }

    @Override
    public void dispatch(String reference, @Nullable Instant at, @Nullable String channel, Actor actor) {
        var change = changes.begin(reference, RequestCommand.DISPATCH, actor);
        CooperationRequest request = change.request();
        Instant when = input.at(at);
        request.dispatch(when, channel);
        input.notBeforeItsDate(when, request.content().datedOn());
        input.channel(channel);
        change.store(LedgerAction.DISPATCHED, when, channel, null);
        deadlines.stop(request.id(), DeadlineKind.REVIEW, when);
        changes.publish(new RequestDispatched(request.id(), reference, when));
    }

    @Override
    public void acknowledge(String reference, @Nullable Instant at, @Nullable String theirReference, Actor actor) {
        var change = changes.begin(reference, RequestCommand.ACKNOWLEDGEMENT, actor);
        CooperationRequest request = change.request();
        Instant when = input.at(at);
        request.acknowledge(when, theirReference);
        input.theirReference(theirReference);
        boolean ours = request.direction() == Direction.INCOMING;
        change.store(ours ? LedgerAction.ACKNOWLEDGEMENT_SENT : LedgerAction.ACKNOWLEDGED, when, theirReference, null);
        deadlines.stop(request.id(), DeadlineKind.ACKNOWLEDGEMENT, when);
        changes.publish(new RequestAcknowledged(request.id(), reference, when));
    }

    @Override
    public void recordInterimReply(String reference, @Nullable Instant at, @Nullable String note, Actor actor) {
        var change = changes.begin(reference, RequestCommand.INTERIM_REPLY, actor);
        Instant when = input.at(at);
        change.request().recordInterimReply(when);
        input.note("note", note);
        boolean ours = change.request().direction() == Direction.INCOMING;
        change.store(ours ? LedgerAction.INTERIM_REPLY_SENT : LedgerAction.INTERIM_REPLY, when, null, note);
        changes.publish(new InterimReplyReceived(change.request().id(), reference, when));
    }

    @Override
    public void recordResponse(String reference, @Nullable Instant at, @Nullable String note, Actor actor) {
        var change = changes.begin(reference, RequestCommand.RESPONSE, actor);
        CooperationRequest request = change.request();
        Instant when = input.at(at);
        request.recordResponse(when);
        input.note("note", note);
        change.store(LedgerAction.RESPONDED, when, null, note);
        deadlines.stop(request.id(), DeadlineKind.ACKNOWLEDGEMENT, when);
        deadlines.stop(request.id(), DeadlineKind.RESPONSE, when);
        deadlines.stop(request.id(), DeadlineKind.SUPPLY, when);
        changes.publish(new ResponseReceived(request.id(), reference, when));
    }

    @Override
    public void assess(String reference, Assessment assessment, @Nullable String reason, Actor actor) {
        var change = changes.begin(reference, RequestCommand.ASSESSMENT, actor);
        CooperationRequest request = change.request();
        Instant now = input.now();
        AssessmentOutcome outcome = assessment.outcome();
        request.assess(outcome, now);
        if (outcome == AssessmentOutcome.COMPLETE) {
            input.note("reason", reason);
        } else {
            input.requiredReason(reason);
        }
        measures.settle(change, assessment, now);
        change.store(LedgerAction.ASSESSED, now, outcome.name(), reason);
        if (outcome != AssessmentOutcome.COMPLETE) {
            deadlines.restart(request.id(), DeadlineKind.RESPONSE, now);
        }
        changes.publish(new ResponseAssessed(request.id(), reference, outcome, now));
    }

    @Override
    public void closeEarly(String reference, Settlement pending, String reason, Actor actor) {
        var change = changes.begin(reference, RequestCommand.CLOSURE, actor);
        CooperationRequest request = change.request();
        Instant now = input.now();
        request.closeEarly(now);
        input.requiredReason(reason);
        measures.settlePending(change, "", pending, now);
        change.store(LedgerAction.CLOSED_EARLY, now, pending.outcome().name(), reason);
        deadlines.stopAll(request.id(), now);
        changes.publish(new RequestClosedEarly(request.id(), reference, now));
    }

    @Override
    public void assign(String reference, String handler, @Nullable String reason, Actor actor) {
        var change = changes.begin(reference, RequestCommand.ASSIGNMENT, actor);
        CooperationRequest request = change.request();
        input.note("reason", reason);
        input.handler(handler, request);
        String before = request.assignTo(handler);
        if (handler.equals(before)) {
            throw new InvalidInput("handler", "has the request already");
        }
        change.storeMoved(LedgerAction.REASSIGNED, input.now(), before, handler, reason);
        changes.publish(new RequestReassigned(request.id(), reference, before, handler));
    }

    @Override
    public void pause(
            String reference,
            String category,
            String reason,
            @Nullable Instant at,
            @Nullable Instant until,
            Actor actor) {
        clocks.pause(reference, category, reason, at, until, actor);
    }

    @Override
    public void resume(String reference, @Nullable Instant at, @Nullable String note, Actor actor) {
        clocks.resume(reference, at, note, actor);
    }

    @Override
    public void extend(String reference, GrantedExtension extension, @Nullable Instant at, Actor actor) {
        clocks.extend(reference, extension, at, actor);
    }

    @Override
    public void recordPromise(
            String reference, LocalDate on, @Nullable Instant at, @Nullable String note, Actor actor) {
        clocks.promise(reference, on, at, note, actor);
    }

    @Override
    public void edit(String reference, RequestEdit edit, Actor actor) {
        if (!actor.hasAny(Role.HANDLER, Role.MANAGER, Role.HEAD)) {
            throw new NotPermitted("Editing a request needs the role of handler, manager or head");
        }
        edits.edit(changes.begin(reference, actor), edit, actor);
    }

    @Override
    public void expectVersion(String reference, long version, Actor actor) {
        CooperationRequest request = changes.begin(reference, actor).request();
        if (request.version() != version) {
            throw new ChangedMeanwhile(reference, request.version());
        }
    }

    @Override
    public void withdraw(String reference, String reason, Actor actor) {
        var change = changes.begin(reference, RequestCommand.WITHDRAWAL, actor);
        CooperationRequest request = change.request();
        Instant now = input.now();
        request.withdraw(now);
        input.requiredReason(reason);
        measures.settlePending(change, "", Settlement.of(MeasureOutcome.WITHDRAWN), now);
        boolean ours = request.direction() == Direction.OUTGOING;
        change.store(ours ? LedgerAction.WITHDRAWN : LedgerAction.WITHDRAWN_BY_THEM, now, null, reason);
        deadlines.stopAll(request.id(), now);
        changes.publish(new RequestWithdrawn(request.id(), reference, now));
    }

    @Override
    public void recordOutwardStep(
            String reference, String step, @Nullable Instant at, @Nullable String note, Actor actor) {
        if (!actor.hasAny(Role.HANDLER, Role.MANAGER, Role.HEAD)) {
            throw new NotPermitted("Recording an outward step needs the role of handler, manager or head");
        }
        var change = changes.begin(reference, actor);
        Instant when = input.at(at);
        change.request().requireDispatched("outward step");
        change.request().requireNotBeforeArrival(when);
        input.step(step);
        input.note("note", note);
        change.enter(LedgerAction.OUTWARD_STEP, when, step, note);
    }

    @Override
    public void recordEscalation(String reference, DeadlineKind kind, String step, boolean taken) {
        recordStep(reference, kind, step, taken ? LedgerAction.ESCALATED : LedgerAction.ESCALATION_SKIPPED);
    }

    @Override
    public void recordUnheard(String reference, DeadlineKind kind, String step) {
        recordStep(reference, kind, step, LedgerAction.ESCALATION_UNHEARD);
    }

    /** The request itself stays as it is and is not read: an import takes many steps at once. */
    private void recordStep(String reference, DeadlineKind kind, String step, LedgerAction action) {
        long requestId = lock.lock(reference);
        input.step(step);
        ledger.append(new Ledger.Entry(
                requestId, action, Actor.SYSTEM.userId(), input.now(), kind + "." + step, null, null, null));
    }
}
