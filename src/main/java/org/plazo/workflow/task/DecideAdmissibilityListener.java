package org.plazo.workflow.task;

import org.plazo.request.AdmissibilityDecision;
import org.plazo.request.AdmissibilityDecision.Choice;
import org.plazo.request.IncomingCommands;
import org.plazo.security.Actor;
import org.plazo.workflow.ProcessBean;
import org.plazo.workflow.process.Names;

@ProcessBean
class DecideAdmissibilityListener extends IncomingFormListener {

    DecideAdmissibilityListener(TaskDesk desk) {
        super(desk);
    }

    @Override
    void run(String reference, TypedForm form, IncomingCommands commands, Actor actor, Routing routing) {
        Choice choice = form.choice("choice", Choice.class);
        AdmissibilityDecision decision = new AdmissibilityDecision(
                choice,
                choice == Choice.REFUSED ? form.text("ground") : null,
                choice == Choice.ADMISSIBLE ? null : form.required("reasons"),
                choice == Choice.TRANSFERRED ? form.required("transferredTo") : null);
        commands.decideAdmissibility(reference, decision, form.instant("at"), actor);
        routing.set(Names.ADMISSIBILITY, choice.name());
    }
}
