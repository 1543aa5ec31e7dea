package org.plazo.request.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.CommandNotPossible;
import org.plazo.request.Drafts;
import org.plazo.request.LedgerAction;
import org.plazo.request.Lifecycle;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestSummary;
import org.plazo.request.Requests;
import org.plazo.request.ledger.Ledger;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;

@PlazoIT
class RegisterCommandsIT {

    @Autowired
    private RequestCommands commands;

    @Autowired
    private Requests requests;

    @Autowired
    private Ledger ledger;

    @Test
    void walksFromDraftToClosed() {
        String reference = commands.create(Drafts.routine(), Drafts.HANDLER);
        commands.submit(reference, Drafts.HANDLER);
        commands.review(reference, false, "Falta la base legal", Drafts.REVIEWER);
        commands.correct(reference, "Añadida", Drafts.HANDLER);
        commands.review(reference, true, null, Drafts.REVIEWER);
        commands.dispatch(reference, null, "DIPLOMATIC_NOTE", Drafts.HANDLER);
        commands.acknowledge(reference, null, "DHS-77", Drafts.HANDLER);
        commands.recordResponse(reference, null, null, Drafts.HANDLER);
        commands.assess(reference, AssessmentOutcome.PARTIAL, "Falta el manifiesto", Drafts.HANDLER);
        commands.recordResponse(reference, null, null, Drafts.HANDLER);
        commands.assess(reference, AssessmentOutcome.COMPLETE, null, Drafts.HANDLER);

        RequestSummary summary = requests.find(reference).orElseThrow();
        assertThat(summary.lifecycle()).isEqualTo(Lifecycle.CLOSED);
        assertThat(summary.handler()).isEqualTo("test-handler");
        assertThat(summary.acknowledgedAt()).isNotNull();
        assertThat(ledger.of(summary.id()).stream()
                        .map(stored -> stored.entry().action())
                        .filter(action -> !action.name().startsWith("DEADLINE")))
                .containsExactly(
                        LedgerAction.CREATED,
                        LedgerAction.SUBMITTED,
                        LedgerAction.RETURNED,
                        LedgerAction.CORRECTED,
                        LedgerAction.APPROVED,
                        LedgerAction.DISPATCHED,
                        LedgerAction.ACKNOWLEDGED,
                        LedgerAction.RESPONDED,
                        LedgerAction.ASSESSED,
                        LedgerAction.RESPONDED,
                        LedgerAction.MEASURE_SETTLED,
                        LedgerAction.MEASURE_SETTLED,
                        LedgerAction.ASSESSED);
    }

    @Test
    void refusesWhatDoesNotFitAndSaysWhatDoes() {
        String reference = commands.create(Drafts.routine(), Drafts.HANDLER);
        assertThatThrownBy(() -> commands.dispatch(reference, null, null, Drafts.HANDLER))
                .isInstanceOfSatisfying(CommandNotPossible.class, refusal -> {
                    assertThat(refusal.lifecycle()).isEqualTo(Lifecycle.DRAFT);
                    assertThat(refusal.fitting()).containsExactly("submission", "assignment", "withdrawal");
                });
    }
}
