package org.plazo.workflow.task;

import org.plazo.request.RequestCommands;
import org.plazo.request.TurnCommands;
import org.plazo.security.Actor;
import org.plazo.workflow.ProcessBean;

@ProcessBean
class SupplyMissingListener extends FormListener {

    private final TurnCommands turns;

    SupplyMissingListener(TaskDesk desk, TurnCommands turns) {
        super(desk);
        this.turns = turns;
    }

    @Override
    void run(String reference, TypedForm form, RequestCommands commands, Actor actor, Routing routing) {
        turns.supply(reference, form.text("channel"), form.text("note"), form.instant("at"), actor);
    }
}
