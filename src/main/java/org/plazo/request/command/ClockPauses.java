package org.plazo.request.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plazo.request.ClockCourse;
import org.plazo.request.ClockEvent;
import org.plazo.request.ClockState;
import org.plazo.request.DeadlineKind;
import org.plazo.request.LedgerAction;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.RequestEvent.RequestAcknowledged;
import org.plazo.request.RequestEvent.SupplyAsked;
import org.plazo.request.RequestEvent.SupplySettled;
import org.plazo.request.clock.ClockTurns;
import org.plazo.request.clock.ClockTurns.Turn;
import org.plazo.request.command.RequestChanges.Change;
import org.springframework.stereotype.Component;

/**
 * Lets the clock of the response stand still and run on, with what else follows from it. Of an outgoing request: what they
 * returned they never registered, so that no acknowledgement can come meanwhile; whoever asks for information has the
 * request; and in both cases it is our turn. Of an incoming one: what is not decided yet need not be decided meanwhile.
 */
@Component
class ClockPauses {

    static final String DEFICIENT = "DEFICIENT";
    static final String INFORMATION_ASKED = "INFORMATION_ASKED";

    private static final DeadlineKind KIND = DeadlineKind.RESPONSE;

    /** What may stand still with it. */
    private static final List<DeadlineKind> ALONG = List.of(DeadlineKind.ACKNOWLEDGEMENT, DeadlineKind.ADMISSIBILITY);

    private final RequestChanges changes;
    private final RequestDeadlines deadlines;
    private final ClockTurns turns;
    private final TurnSettings settings;

    ClockPauses(RequestChanges changes, RequestDeadlines deadlines, ClockTurns turns, TurnSettings settings) {
        this.changes = changes;
        this.deadlines = deadlines;
        this.turns = turns;
        this.settings = settings;
    }

    /** The clock of the response, whether it runs or stands still. */
    RequestDeadline running(Change change, RequestCommand command) {
        return unstopped(change, KIND).orElseThrow(() -> change.request().notPossible(command.apiName()));
    }

    /** @param to null: until it is resumed */
    void pause(
            Change change,
            RequestCommand command,
            String category,
            String reason,
            Instant from,
            @Nullable Instant to,
            @Nullable String theirReference) {
        Turn turn = turns.pause(running(change, command), from, to, category, reason);
        boolean outgoing = change.request().isAwaitingThem();
        boolean asked = category.equals(INFORMATION_ASKED) && outgoing;
        boolean returned = category.equals(DEFICIENT) && outgoing;
        boolean acknowledged = asked && change.request().acknowledgeByWriting(from, theirReference);
        if (asked || returned) {
            change.store(asked ? LedgerAction.INFORMATION_ASKED : LedgerAction.RETURNED_DEFICIENT, from, null, reason);
        } else {
            change.store(LedgerAction.CLOCK_PAUSED, from, KIND.name(), null, category, reason);
        }
        if (to != null) {
            change.note(LedgerAction.CLOCK_RESUMED, to, KIND.name(), null, null, null);
        }
        turns.tell(change.request().reference(), turn);
        if (acknowledged) {
            acknowledge(change, from, theirReference);
        }
        if (returned) {
            pauseAlong(change, DeadlineKind.ACKNOWLEDGEMENT, category, reason, from, to);
        }
        if (!outgoing) {
            pauseAlong(change, DeadlineKind.ADMISSIBILITY, category, reason, from, to);
        }
        if ((asked || returned) && to == null) {
            changes.publish(
                    new SupplyAsked(change.request().id(), change.request().reference(), from));
        }
    }

    private void pauseAlong(
            Change change, DeadlineKind kind, String category, String reason, Instant from, @Nullable Instant to) {
        unstopped(change, kind)
                .filter(each -> each.state() == ClockState.RUNNING)
                .ifPresent(each -> {
                    Turn turn = turns.pause(each, from, to, category, reason);
                    change.note(LedgerAction.CLOCK_PAUSED, from, kind.name(), null, category, null);
                    if (to != null) {
                        change.note(LedgerAction.CLOCK_RESUMED, to, kind.name(), null, null, null);
                    }
                    turns.tell(change.request().reference(), turn);
                });
    }

    /** Lets the paused clock run on without that anything was supplied. */
    void resume(Change change, Instant at, @Nullable String note) {
        Turn turn = turns.resume(running(change, RequestCommand.RESUMPTION), at, note);
        change.store(LedgerAction.CLOCK_RESUMED, at, KIND.name(), null, null, note);
        runOn(change, turn, false, at, note);
    }

    /** Lets it run on because what was missing has left the house. */
    void supply(Change change, Instant at, @Nullable String channel, @Nullable String note) {
        RequestDeadline deadline = running(change, RequestCommand.SUPPLY);
        boolean anew = settings.afterResubmission() == ClockCourse.RESTART && wasReturned(deadline);
        Turn turn = turns.resume(deadline, at, note);
        if (anew) {
            turn = turn.and(turns.startAnew(turn.after(), at, null));
        }
        change.store(LedgerAction.SUPPLIED, at, channel, note);
        runOn(change, turn, true, at, note);
        if (anew) {
            unstopped(change, DeadlineKind.ACKNOWLEDGEMENT)
                    .ifPresent(each -> turns.tell(change.request().reference(), turns.startAnew(each, at, null)));
        }
    }

    private void runOn(Change change, Turn turn, boolean supplied, Instant at, @Nullable String note) {
        String reference = change.request().reference();
        for (DeadlineKind kind : ALONG) {
            unstopped(change, kind)
                    .filter(each -> each.state() == ClockState.PAUSED)
                    .ifPresent(each -> {
                        Turn along = turns.resume(each, at, note);
                        change.note(LedgerAction.CLOCK_RESUMED, at, kind.name(), null, null, null);
                        turns.tell(reference, along);
                    });
        }
        if (unstopped(change, DeadlineKind.SUPPLY).isPresent()) {
            deadlines.stop(change.request().id(), DeadlineKind.SUPPLY, at);
            changes.publish(new SupplySettled(change.request().id(), reference, supplied, at));
        }
        turns.tell(reference, turn);
    }

    private boolean wasReturned(RequestDeadline deadline) {
        ClockEvent pause = deadlines.explained(deadline).openPause();
        return pause != null && DEFICIENT.equals(pause.code());
    }

    private void acknowledge(Change change, Instant at, @Nullable String theirReference) {
        change.note(LedgerAction.ACKNOWLEDGED, at, theirReference, null, null, null);
        deadlines.stop(change.request().id(), DeadlineKind.ACKNOWLEDGEMENT, at);
        changes.publish(
                new RequestAcknowledged(change.request().id(), change.request().reference(), at));
    }

    private Optional<RequestDeadline> unstopped(Change change, DeadlineKind kind) {
        return deadlines.find(change.request().id(), kind).filter(each -> each.state() != ClockState.STOPPED);
    }
}
