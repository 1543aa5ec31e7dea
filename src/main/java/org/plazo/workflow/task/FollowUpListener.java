package org.plazo.workflow.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plazo.request.RequestCommands;
import org.plazo.security.Actor;
import org.plazo.workflow.ProcessBean;
import org.plazo.workflow.process.Names;

/** Only the response ends the wait; after anything else the task comes back. */
@ProcessBean
class FollowUpListener extends FormListener {

    private enum Received {
        RESPONSE,
        ACKNOWLEDGEMENT,
        INTERIM_REPLY
    }

    FollowUpListener(TaskDesk desk) {
        super(desk);
    }

    @Override
    void run(String reference, TypedForm form, RequestCommands commands, Actor actor, Routing routing) {
        Received received = form.choice(Names.RECEIVED, Received.class);
        Instant at = form.instant("at");
        @Nullable String note = form.text("note");
        switch (received) {
            case RESPONSE -> commands.recordResponse(reference, at, note, actor);
            case ACKNOWLEDGEMENT -> commands.acknowledge(reference, at, form.text("theirReference"), actor);
            case INTERIM_REPLY -> commands.recordInterimReply(reference, at, note, actor);
        }
        routing.set(Names.RECEIVED, received.name());
    }
}
