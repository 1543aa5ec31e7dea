package org.plazo.request.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plazo.request.AdmissibilityDecision;
import org.plazo.request.AdmissibilityDecision.Choice;
import org.plazo.request.ClockEvent;
import org.plazo.request.ClockState;
import org.plazo.request.DeadlineKind;
import org.plazo.request.LedgerAction;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.RequestEvent.AdmissibilityDecided;
import org.plazo.request.RequestEvent.InformationWaitEnded;
import org.plazo.request.Settlement;
import org.plazo.request.clock.ClockTurns;
import org.plazo.request.clock.ClockTurns.Turn;
import org.plazo.request.command.RequestChanges.Change;
import org.plazo.security.Actor;
import org.springframework.stereotype.Component;

/** Whether we can do what is asked of us, and what is asked back to find that out. */
@Component
class Admissibility {

    /** Code of the list of pauses. */
    private static final String INFORMATION_ASKED = "INFORMATION_ASKED";

    private static final List<DeadlineKind> WAITING = List.of(DeadlineKind.ADMISSIBILITY, DeadlineKind.RESPONSE);

    private final RequestChanges changes;
    private final CommandInput input;
    private final RequestDeadlines deadlines;
    private final ClockTurns turns;
    private final MeasureOutcomes measures;

    Admissibility(
            RequestChanges changes,
            CommandInput input,
            RequestDeadlines deadlines,
            ClockTurns turns,
            MeasureOutcomes measures) {
        this.changes = changes;
        this.input = input;
        this.deadlines = deadlines;
        this.turns = turns;
        this.measures = measures;
    }

    void decide(String reference, AdmissibilityDecision decision, @Nullable Instant at, Actor actor) {
        var change = changes.begin(reference, RequestCommand.ADMISSIBILITY, actor);
        long id = change.request().id();
        Instant when = input.at(at);
        Choice choice = decision.choice();
        change.request().decideAdmissibility(choice, when);
        input.admissibility(decision);
        switch (choice) {
            case ADMISSIBLE -> {
                change.store(LedgerAction.ADMITTED, when, null, decision.reasons());
                deadlines.stop(id, DeadlineKind.ADMISSIBILITY, when);
            }
            case INFORMATION_NEEDED -> askBack(change, when, Objects.requireNonNull(decision.reasons()));
            case REFUSED -> {
                measures.settlePending(
                        change,
                        "",
                        new Settlement(MeasureOutcome.REFUSED, decision.ground(), decision.reasons()),
                        when);
                change.store(LedgerAction.REFUSED, when, decision.ground(), decision.reasons());
                deadlines.stop(id, DeadlineKind.ADMISSIBILITY, when);
            }
            case TRANSFERRED -> {
                measures.settlePending(
                        change, "", new Settlement(MeasureOutcome.TRANSFERRED, null, decision.reasons()), when);
                change.storeMoved(LedgerAction.HANDED_ON, when, null, decision.transferredTo(), decision.reasons());
                deadlines.stopAll(id, when);
            }
        }
        changes.publish(new AdmissibilityDecided(id, reference, choice, when));
    }

    /** A clock that stands still already, for whatever reason, goes on to do so. */
    private void askBack(Change change, Instant from, String reasons) {
        List<Turn> paused = new ArrayList<>();
        for (DeadlineKind kind : WAITING) {
            deadlines
                    .find(change.request().id(), kind)
                    .filter(deadline -> deadline.state() == ClockState.RUNNING)
                    .ifPresent(deadline -> paused.add(turns.pause(deadline, from, null, INFORMATION_ASKED, reasons)));
        }
        change.store(LedgerAction.INFORMATION_NEEDED, from, null, reasons);
        for (Turn turn : paused) {
            String kind = turn.after().kind().name();
            change.note(LedgerAction.CLOCK_PAUSED, from, kind, null, INFORMATION_ASKED, null);
            turns.tell(change.request().reference(), turn);
        }
    }

    void recordInformation(String reference, @Nullable Instant at, @Nullable String note, Actor actor) {
        endWait(reference, LedgerAction.INFORMATION_CAME, at, () -> input.note("note", note), note, actor);
    }

    void goOnWithoutInformation(String reference, @Nullable Instant at, @Nullable String reason, Actor actor) {
        endWait(
                reference,
                LedgerAction.INFORMATION_MISSING,
                at,
                () -> input.noteWithoutInformation(reason),
                reason,
                actor);
    }

    /** The clocks run on that stood still for the sake of the information, and no others. */
    private void endWait(
            String reference,
            LedgerAction action,
            @Nullable Instant at,
            Runnable check,
            @Nullable String note,
            Actor actor) {
        var change = changes.begin(reference, RequestCommand.INFORMATION, actor);
        CooperationRequest request = change.request();
        Instant when = input.at(at);
        request.endWaitForInformation(when);
        check.run();
        List<Turn> resumed = new ArrayList<>();
        for (DeadlineKind kind : WAITING) {
            deadlines
                    .find(request.id(), kind)
                    .filter(this::awaitsInformation)
                    .ifPresent(deadline -> resumed.add(turns.resume(deadline, when, null)));
        }
        change.store(action, when, null, note);
        for (Turn turn : resumed) {
            change.note(LedgerAction.CLOCK_RESUMED, when, turn.after().kind().name(), null, null, null);
            turns.tell(reference, turn);
        }
        changes.publish(new InformationWaitEnded(request.id(), reference, when));
    }

    private boolean awaitsInformation(RequestDeadline deadline) {
        ClockEvent pause = deadlines.explained(deadline).openPause();
        return pause != null && INFORMATION_ASKED.equals(pause.code());
    }
}
