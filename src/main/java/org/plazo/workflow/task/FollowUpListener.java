package org.plazo.workflow.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plazo.request.ClockCourse;
import org.plazo.request.GrantedExtension;
import org.plazo.request.RequestCommands;
import org.plazo.request.TurnCommands;
import org.plazo.security.Actor;
import org.plazo.workflow.ProcessBean;
import org.plazo.workflow.process.Names;

/** Only the response and our withdrawal end the wait; after anything else the task comes back. */
@ProcessBean
class FollowUpListener extends FormListener {

    private enum Received {
        RESPONSE,
        ACKNOWLEDGEMENT,
        INTERIM_REPLY,
        PROMISE,
        EXTENSION,
        INFORMATION_ASKED,
        DEFICIENT,
        POSTPONEMENT,
        TRANSFER,
        RESUMPTION,
        RESENDING,
        WITHDRAWAL
    }

    private final TurnCommands turns;

    FollowUpListener(TaskDesk desk, TurnCommands turns) {
        super(desk);
        this.turns = turns;
    }

    @Override
    void run(String reference, TypedForm form, RequestCommands commands, Actor actor, Routing routing) {
        Received received = form.choice(Names.RECEIVED, Received.class);
        // before the command: a withdrawal ends the process
        routing.set(Names.RECEIVED, received.name());
        Instant at = form.instant("at");
        switch (received) {
            case RESPONSE -> commands.recordResponse(reference, at, form.text("note"), actor);
            case ACKNOWLEDGEMENT -> commands.acknowledge(reference, at, form.text("theirReference"), actor);
            case INTERIM_REPLY -> commands.recordInterimReply(reference, at, form.text("note"), actor);
            case PROMISE ->
                commands.recordPromise(reference, form.requiredDate("promisedOn"), at, form.text("note"), actor);
            case EXTENSION -> commands.extend(reference, extension(form), at, actor);
            case INFORMATION_ASKED ->
                turns.askForInformation(reference, form.required("asked"), form.text("theirReference"), at, actor);
            case DEFICIENT -> turns.returnAsDeficient(reference, form.required("asked"), at, actor);
            case POSTPONEMENT ->
                turns.postpone(
                        reference,
                        form.required("ground"),
                        form.requiredDate("reviewOn"),
                        form.text("reason"),
                        at,
                        actor);
            case TRANSFER ->
                turns.transfer(reference, form.required("authority"), course(form), form.text("reason"), at, actor);
            case RESUMPTION -> commands.resume(reference, at, form.text("note"), actor);
            case RESENDING -> turns.resend(reference, form.text("channel"), form.text("note"), at, actor);
            case WITHDRAWAL -> commands.withdraw(reference, form.required("withdrawalReason"), actor);
        }
    }

    private static GrantedExtension extension(TypedForm form) {
        return new GrantedExtension(
                form.required("basis"), form.text("reason"), null, null, form.requiredDate("newDate"));
    }

    private static @Nullable ClockCourse course(TypedForm form) {
        return form.text("clock") == null ? null : form.choice("clock", ClockCourse.class);
    }
}
