package org.plazo.request.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plazo.request.ClockCourse;
import org.plazo.request.CodeList;
import org.plazo.request.InvalidInput;
import org.plazo.request.LedgerAction;
import org.plazo.request.PostponementReview;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestEvent.RequestEdited;
import org.plazo.request.RequestField;
import org.plazo.request.TurnCommands;
import org.plazo.request.clock.ClockTurns;
import org.plazo.request.clock.ClockTurns.Turn;
import org.plazo.security.Actor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The turns of a request; in the order of the other commands. */
@Component
@Transactional
@EnableConfigurationProperties(TurnSettings.class)
class RegisterTurns implements TurnCommands {

    private final RequestChanges changes;
    private final CommandInput input;
    private final ClockTurns turns;
    private final ClockPauses pauses;
    private final TurnSettings settings;

    RegisterTurns(
            RequestChanges changes, CommandInput input, ClockTurns turns, ClockPauses pauses, TurnSettings settings) {
        this.changes = changes;
        this.input = input;
        this.turns = turns;
        this.pauses = pauses;
        this.settings = settings;
    }

    @Override
    public void returnAsDeficient(String reference, String reasons, @Nullable Instant at, Actor actor) {
        var change = begin(reference, RequestCommand.DEFICIENCY, actor);
        Instant when = input.at(at);
        input.requiredReason(reasons);
        pauses.pause(change, RequestCommand.DEFICIENCY, ClockPauses.DEFICIENT, reasons, when, null, null);
    }

    @Override
    public void askForInformation(
            String reference, String what, @Nullable String theirReference, @Nullable Instant at, Actor actor) {
        var change = begin(reference, RequestCommand.INFORMATION_REQUEST, actor);
        Instant when = input.at(at);
        input.requiredReason(what);
        input.theirReference(theirReference);
        pauses.pause(
                change,
                RequestCommand.INFORMATION_REQUEST,
                ClockPauses.INFORMATION_ASKED,
                what,
                when,
                null,
                theirReference);
    }

    @Override
    public void supply(
            String reference, @Nullable String channel, @Nullable String note, @Nullable Instant at, Actor actor) {
        var change = begin(reference, RequestCommand.SUPPLY, actor);
        Instant when = input.at(at);
        input.channel(channel);
        input.note("note", note);
        pauses.supply(change, when, channel, note);
    }

    @Override
    public void postpone(
            String reference,
            String ground,
            LocalDate reviewOn,
            @Nullable String reason,
            @Nullable Instant at,
            Actor actor) {
        var change = begin(reference, RequestCommand.POSTPONEMENT, actor);
        Instant when = input.at(at);
        input.code("ground", ground, CodeList.GROUNDS);
        input.note("reason", reason);
        RequestDeadline deadline = pauses.running(change, RequestCommand.POSTPONEMENT);
        PostponementReview before = deadline.review();
        if (before != null && before.on().equals(reviewOn)) {
            throw new InvalidInput("reviewOn", "is the day of review already");
        }
        Turn turn = turns.postpone(deadline, when, ground, reviewOn, reason);
        change.store(
                before == null ? LedgerAction.POSTPONED : LedgerAction.POSTPONED_ANEW,
                when,
                ground,
                before == null ? null : before.on().toString(),
                reviewOn.toString(),
                reason);
        turns.tell(reference, turn);
    }

    @Override
    public void transfer(
            String reference,
            String authority,
            @Nullable ClockCourse clock,
            @Nullable String reason,
            @Nullable Instant at,
            Actor actor) {
        var change = begin(reference, RequestCommand.TRANSFER, actor);
        Instant when = input.at(at);
        input.code("authority", authority, CodeList.COUNTERPART_AUTHORITIES);
        ClockCourse course = clock == null ? settings.afterTransfer() : clock;
        if (course == settings.afterTransfer()) {
            input.note("reason", reason);
        } else {
            input.requiredReason(reason);
        }
        RequestDeadline deadline = pauses.running(change, RequestCommand.TRANSFER);
        String before = change.request().passOnTo(authority);
        if (before.equals(authority)) {
            throw new InvalidInput("authority", "has the request already");
        }
        Turn turn = turns.transfer(deadline, when, authority, course == ClockCourse.RESTART, reason);
        change.store(LedgerAction.PASSED_ON, when, course.name(), before, authority, reason);
        turns.tell(reference, turn);
        changes.publish(new RequestEdited(change.request().id(), reference, Set.of(RequestField.REQUESTED_AUTHORITY)));
    }

    @Override
    public void resend(
            String reference, @Nullable String channel, @Nullable String note, @Nullable Instant at, Actor actor) {
        var change = begin(reference, RequestCommand.RESENDING, actor);
        Instant when = input.at(at);
        change.request().requireNotBeforeArrival(when);
        input.channel(channel);
        input.note("note", note);
        change.store(LedgerAction.RESENT, when, channel, note);
    }

    private RequestChanges.Change begin(String reference, RequestCommand command, Actor actor) {
        var change = changes.begin(reference, command, actor);
        change.request().requireFits(command);
        return change;
    }
}
