package org.plazo.request.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plazo.request.AdmissibilityDecision;
import org.plazo.request.AdmissibilityDecision.Choice;
import org.plazo.request.Drafts;
import org.plazo.request.IncomingCommands;
import org.plazo.request.LedgerAction;
import org.plazo.request.Lifecycle;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.NotPermitted;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestSummary;
import org.plazo.request.Requests;
import org.plazo.request.Settlement;
import org.plazo.request.ledger.Ledger;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;

@PlazoIT
class IncomingCommandsIT {

    @Autowired
    private IncomingCommands incoming;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private Requests requests;

    @Autowired
    private Ledger ledger;

    @Test
    void walksFromReceiptToResponse() {
        String reference = incoming.receive(Drafts.incoming(), null, "DIPLOMATIC_NOTE", Drafts.HANDLER);
        assertThat(reference).matches("CU-IN-\\d{4}-\\d{4}");
        incoming.register(reference, null, Drafts.HANDLER);
        commands.acknowledge(reference, null, "DHS-77", Drafts.HANDLER);
        incoming.decideAdmissibility(
                reference,
                new AdmissibilityDecision(Choice.INFORMATION_NEEDED, null, "Falta la traducción", null),
                null,
                Drafts.HANDLER);
        commands.recordInterimReply(reference, null, "Pedida la traducción", Drafts.HANDLER);
        incoming.recordInformation(reference, null, "Llegó la traducción", Drafts.HANDLER);
        incoming.decideAdmissibility(reference, AdmissibilityDecision.admissible(), null, Drafts.HANDLER);
        incoming.assignAgency(reference, "FGR", null, Drafts.HANDLER);
        incoming.assignAgency(reference, "AGR", "Es competente la aduana", Drafts.MANAGER);
        incoming.recordExecution(reference, Map.of(2, Settlement.of(MeasureOutcome.EXECUTED)), Drafts.HANDLER);
        assertThat(lifecycle(reference)).isEqualTo(Lifecycle.IN_EXECUTION);
        incoming.recordExecution(reference, Map.of(1, Settlement.of(MeasureOutcome.NOT_HELD)), Drafts.HANDLER);
        incoming.submitResponse(reference, null, Drafts.HANDLER);
        incoming.clear(reference, false, "Falta el sello", Drafts.MANAGER);
        assertThat(lifecycle(reference)).isEqualTo(Lifecycle.IN_DRAFTING);
        incoming.submitResponse(reference, "Sellada", Drafts.HANDLER);
        incoming.clear(reference, true, null, Drafts.MANAGER);
        incoming.sendResponse(reference, null, "DIPLOMATIC_NOTE", Drafts.HANDLER);

        RequestSummary summary = requests.find(reference).orElseThrow();
        assertThat(summary.lifecycle()).isEqualTo(Lifecycle.CLOSED);
        assertThat(summary.executingAgency()).isEqualTo("AGR");
        assertThat(summary.receivedAt()).isNotNull();
        assertThat(summary.acknowledgedAt()).isNotNull();
        assertThat(actions(summary))
                .containsExactly(
                        LedgerAction.RECEIVED,
                        LedgerAction.REGISTERED,
                        LedgerAction.ACKNOWLEDGEMENT_SENT,
                        LedgerAction.INFORMATION_NEEDED,
                        LedgerAction.INTERIM_REPLY_SENT,
                        LedgerAction.INFORMATION_CAME,
                        LedgerAction.ADMITTED,
                        LedgerAction.AGENCY_ASSIGNED,
                        LedgerAction.AGENCY_ASSIGNED,
                        LedgerAction.MEASURE_SETTLED,
                        LedgerAction.EXECUTED,
                        LedgerAction.MEASURE_SETTLED,
                        LedgerAction.EXECUTED,
                        LedgerAction.RESPONSE_DRAFTED,
                        LedgerAction.REDRAFT,
                        LedgerAction.RESPONSE_DRAFTED,
                        LedgerAction.CLEARED,
                        LedgerAction.RESPONSE_SENT);
    }

    @Test
    void refusesEverythingThatIsSoughtOnOneGround() {
        String reference = registered();
        incoming.decideAdmissibility(
                reference,
                new AdmissibilityDecision(Choice.REFUSED, "SOVEREIGNTY", "Intereses esenciales", null),
                null,
                Drafts.HANDLER);
        RequestSummary summary = requests.find(reference).orElseThrow();
        assertThat(summary.lifecycle()).isEqualTo(Lifecycle.IN_DRAFTING);
        assertThat(actions(summary))
                .containsExactly(
                        LedgerAction.RECEIVED,
                        LedgerAction.REGISTERED,
                        LedgerAction.MEASURE_SETTLED,
                        LedgerAction.MEASURE_SETTLED,
                        LedgerAction.REFUSED);
    }

    @Test
    void handsARequestOnAndIsDoneWithIt() {
        String reference = registered();
        incoming.decideAdmissibility(
                reference,
                new AdmissibilityDecision(Choice.TRANSFERRED, null, "No es de nuestra competencia", "Interpol, Lyon"),
                null,
                Drafts.HANDLER);
        assertThat(lifecycle(reference)).isEqualTo(Lifecycle.TRANSFERRED);
    }

    @Test
    void isWithdrawnByTheOtherSide() {
        String reference = registered();
        commands.withdraw(reference, "Ya no hace falta", Drafts.HANDLER);
        RequestSummary summary = requests.find(reference).orElseThrow();
        assertThat(summary.lifecycle()).isEqualTo(Lifecycle.WITHDRAWN);
        assertThat(actions(summary)).endsWith(LedgerAction.WITHDRAWN_BY_THEM);
    }

    @Test
    void isNotClearedByWhoDraftedIt() {
        Actor both = new Actor("test-both", Set.of(Role.HANDLER, Role.MANAGER));
        String reference = registered();
        incoming.decideAdmissibility(
                reference,
                new AdmissibilityDecision(Choice.REFUSED, "DE_MINIMIS", "Importancia mínima", null),
                null,
                both);
        incoming.submitResponse(reference, null, both);
        assertThatThrownBy(() -> incoming.clear(reference, true, null, both)).isInstanceOf(NotPermitted.class);
        assertThat(lifecycle(reference)).isEqualTo(Lifecycle.IN_CLEARANCE);
        incoming.clear(reference, true, null, Drafts.MANAGER);
        assertThat(lifecycle(reference)).isEqualTo(Lifecycle.CLEARED);
    }

    private String registered() {
        String reference = incoming.receive(Drafts.incoming(), null, null, Drafts.HANDLER);
        incoming.register(reference, null, Drafts.HANDLER);
        return reference;
    }

    private Lifecycle lifecycle(String reference) {
        return requests.find(reference).orElseThrow().lifecycle();
    }

    /** Without those of the clocks. */
    private List<LedgerAction> actions(RequestSummary summary) {
        return ledger.of(summary.id()).stream()
                .map(stored -> stored.entry().action())
                .filter(action ->
                        !action.name().startsWith("DEADLINE") && !action.name().startsWith("CLOCK"))
                .toList();
    }
}
