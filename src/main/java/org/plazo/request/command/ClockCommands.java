package org.plazo.request.command;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plazo.request.CodeList;
import org.plazo.request.CounterpartPromise;
import org.plazo.request.DeadlineKind;
import org.plazo.request.GrantedExtension;
import org.plazo.request.InvalidInput;
import org.plazo.request.LedgerAction;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestDeadline;
import org.plazo.request.clock.ClockTurns;
import org.plazo.request.clock.ClockTurns.Turn;
import org.plazo.security.Actor;
import org.springframework.stereotype.Component;

/** What happens to the clock of the response while it is awaited. */
@Component
class ClockCommands {

    private static final DeadlineKind KIND = DeadlineKind.RESPONSE;

    private final RequestChanges changes;
    private final CommandInput input;
    private final ClockPauses pauses;
    private final ClockTurns turns;

    ClockCommands(RequestChanges changes, CommandInput input, ClockPauses pauses, ClockTurns turns) {
        this.changes = changes;
        this.input = input;
        this.pauses = pauses;
        this.turns = turns;
    }

    void pause(
            String reference,
            String category,
            String reason,
            @Nullable Instant at,
            @Nullable Instant until,
            Actor actor) {
        var change = begin(reference, RequestCommand.PAUSE, actor);
        Instant from = input.at(at);
        Instant to = input.until(until);
        input.code("category", category, CodeList.PAUSE_CATEGORIES);
        input.requiredReason(reason);
        pauses.pause(change, RequestCommand.PAUSE, category, reason, from, to, null);
    }

    void resume(String reference, @Nullable Instant at, @Nullable String note, Actor actor) {
        var change = begin(reference, RequestCommand.RESUMPTION, actor);
        Instant when = input.at(at);
        input.note("note", note);
        pauses.resume(change, when, note);
    }

    void extend(String reference, GrantedExtension extension, @Nullable Instant at, Actor actor) {
        var change = begin(reference, RequestCommand.EXTENSION, actor);
        Instant when = input.at(at);
        input.extension(extension);
        Turn turn = turns.extend(pauses.running(change, RequestCommand.EXTENSION), when, extension);
        change.store(
                LedgerAction.DEADLINE_EXTENDED,
                when,
                KIND + "." + extension.basis(),
                turn.before().dueOn().toString(),
                turn.after().dueOn().toString(),
                extension.reason());
        turns.tell(reference, turn);
    }

    void promise(String reference, LocalDate on, @Nullable Instant at, @Nullable String note, Actor actor) {
        var change = begin(reference, RequestCommand.PROMISE, actor);
        Instant when = input.at(at);
        input.note("note", note);
        RequestDeadline deadline = pauses.running(change, RequestCommand.PROMISE);
        CounterpartPromise before = deadline.promise();
        if (before != null && before.on().equals(on)) {
            throw new InvalidInput("promisedOn", "is promised already");
        }
        Turn turn = turns.promise(deadline, when, on, note);
        if (before == null) {
            change.store(LedgerAction.PROMISED, when, null, null, on.toString(), note);
        } else {
            change.store(LedgerAction.PROMISED_ANEW, when, null, before.on().toString(), on.toString(), note);
        }
        turns.tell(reference, turn);
    }

    private RequestChanges.Change begin(String reference, RequestCommand command, Actor actor) {
        var change = changes.begin(reference, command, actor);
        change.request().requireFits(command);
        return change;
    }
}
