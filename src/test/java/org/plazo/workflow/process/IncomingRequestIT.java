package org.plazo.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.AdmissibilityDecision;
import org.plazo.request.AdmissibilityDecision.Choice;
import org.plazo.request.CommandNotPossible;
import org.plazo.request.DeadlineKind;
import org.plazo.request.IncomingCommands;
import org.plazo.request.Lifecycle;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.RequestCommands;
import org.plazo.request.Settlement;
import org.plazo.request.Urgency;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way of what the other side asks of us, driven by commands. */
@PlazoIT
class IncomingRequestIT {

    /** A Monday, noon in Havana. */
    private static final Instant MONDAY = Instant.parse("2026-02-02T17:00:00Z");

    private static final String ACKNOWLEDGEMENT = "NextAcknowledgementStepDue";
    private static final String ADMISSIBILITY = "NextAdmissibilityStepDue";
    private static final String RESPONSE = "NextResponseStepDue";

    private static final Settlement DONE = Settlement.of(MeasureOutcome.EXECUTED);

    @Autowired
    private RequestWorld world;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private IncomingCommands incoming;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.set(MONDAY);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    private static AdmissibilityDecision decision(Choice choice) {
        return new AdmissibilityDecision(
                choice,
                choice == Choice.REFUSED ? "SOVEREIGNTY" : null,
                "Por eso",
                choice == Choice.TRANSFERRED ? "Interpol" : null);
    }

    @Test
    void goesFromReceiptToClosedWithOneTimerForEachRunningDeadline() {
        String reference = world.received(Urgency.ROUTINE, 1);
        assertThat(world.openTasks(reference)).containsExactly("ConfirmReceipt", "RegisterRequest");
        assertThat(world.timers(reference)).containsOnlyKeys(ACKNOWLEDGEMENT, ADMISSIBILITY, RESPONSE);
        // two business days before Monday 9 February
        assertThat(world.timers(reference)).containsEntry(ACKNOWLEDGEMENT, Instant.parse("2026-02-05T22:00:00Z"));

        incoming.register(reference, null, RequestWorld.HANDLER);
        assertThat(world.openTasks(reference)).containsExactly("ConfirmReceipt", "DecideAdmissibility");
        assertThat(world.timers(reference)).containsOnlyKeys(ACKNOWLEDGEMENT, ADMISSIBILITY, RESPONSE);

        commands.acknowledge(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.openTasks(reference)).containsExactly("DecideAdmissibility");
        assertThat(world.timers(reference)).containsOnlyKeys(ADMISSIBILITY, RESPONSE);

        incoming.decideAdmissibility(reference, AdmissibilityDecision.admissible(), null, RequestWorld.HANDLER);
        assertThat(world.standing(reference)).containsExactly("AssignAgency", RESPONSE);

        incoming.assignAgency(reference, "AGR", null, RequestWorld.HANDLER);
        assertThat(world.standing(reference)).containsExactly("ExecuteMeasure", RESPONSE);

        incoming.recordExecution(reference, Map.of(1, DONE), RequestWorld.HANDLER);
        assertThat(world.standing(reference)).containsExactly("DraftResponse", RESPONSE);

        incoming.submitResponse(reference, null, RequestWorld.HANDLER);
        assertThat(world.standing(reference)).containsExactly("ClearResponse", RESPONSE);

        incoming.clear(reference, true, null, RequestWorld.MANAGER);
        assertThat(world.standing(reference)).containsExactly(RESPONSE, "SendResponse");

        incoming.sendResponse(reference, null, "DIPLOMATIC_NOTE", RequestWorld.HANDLER);
        assertThat(world.process(reference)).isNull();
        assertThat(world.request(reference).lifecycle()).isEqualTo(Lifecycle.CLOSED);
        assertThat(world.ends(reference))
                .containsExactly(
                        "AcknowledgementSettled",
                        "AdmissibilityDecided",
                        "ReceiptConfirmed",
                        "RequestClosed",
                        "ResponseSent");
        assertThat(world.deletedTasks(reference)).isEmpty();
    }

    @Test
    void carriesTheDueDateOfItsDeadlineOnEachTask() {
        String reference = world.received(Urgency.ROUTINE, 1);
        dueWith(reference, "ConfirmReceipt", DeadlineKind.ACKNOWLEDGEMENT);
        dueWith(reference, "RegisterRequest", DeadlineKind.ADMISSIBILITY);
        incoming.register(reference, null, RequestWorld.HANDLER);
        dueWith(reference, "DecideAdmissibility", DeadlineKind.ADMISSIBILITY);
        incoming.decideAdmissibility(reference, AdmissibilityDecision.admissible(), null, RequestWorld.HANDLER);
        dueWith(reference, "AssignAgency", DeadlineKind.RESPONSE);
        incoming.assignAgency(reference, "AGR", null, RequestWorld.HANDLER);
        dueWith(reference, "ExecuteMeasure", DeadlineKind.RESPONSE);
        assertThat(world.deadline(reference, DeadlineKind.RESPONSE).dueOn()).hasToString("2026-05-04");
    }

    private void dueWith(String reference, String step, DeadlineKind kind) {
        assertThat(world.task(reference, step).getDueDate())
                .as(step)
                .isEqualTo(world.date(world.deadline(reference, kind).dueAt()));
    }

    @Test
    void parksTheTimersWhileInformationIsAwaited() {
        String reference = world.registered(Urgency.ROUTINE, 1);
        Instant due = world.deadline(reference, DeadlineKind.ADMISSIBILITY).dueAt();
        Map<String, Instant> before = world.timers(reference);

        incoming.decideAdmissibility(reference, decision(Choice.INFORMATION_NEEDED), null, RequestWorld.HANDLER);
        assertThat(world.openTasks(reference)).containsExactly("ConfirmReceipt", "RecordInformation");
        assertThat(world.timers(reference))
                .containsEntry(ADMISSIBILITY, Timers.PARKED)
                .containsEntry(RESPONSE, Timers.PARKED)
                .containsEntry(ACKNOWLEDGEMENT, before.get(ACKNOWLEDGEMENT));
        assertThat(world.task(reference, "RecordInformation").getDueDate()).isNull();
        assertThatThrownBy(() -> incoming.decideAdmissibility(
                        reference, AdmissibilityDecision.admissible(), null, RequestWorld.HANDLER))
                .isInstanceOf(CommandNotPossible.class);

        clock.advance(Duration.ofDays(10));
        incoming.recordInformation(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.openTasks(reference)).containsExactly("ConfirmReceipt", "DecideAdmissibility");
        assertThat(world.deadline(reference, DeadlineKind.ADMISSIBILITY).dueAt())
                .isAfter(due.plus(Duration.ofDays(8)));
        assertThat(world.timers(reference).get(ADMISSIBILITY))
                .isAfter(before.get(ADMISSIBILITY))
                .isBefore(Timers.PARKED);
        dueWith(reference, "DecideAdmissibility", DeadlineKind.ADMISSIBILITY);

        // and once more
        incoming.decideAdmissibility(reference, decision(Choice.INFORMATION_NEEDED), null, RequestWorld.HANDLER);
        incoming.recordInformation(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.openTasks(reference)).containsExactly("ConfirmReceipt", "DecideAdmissibility");
    }

    @Test
    void draftsAResponseToWhatIsRefused() {
        String reference = world.registered(Urgency.ROUTINE, 2);
        incoming.decideAdmissibility(reference, decision(Choice.REFUSED), null, RequestWorld.HANDLER);
        assertThat(world.standing(reference))
                .containsExactly("ConfirmReceipt", "DraftResponse", ACKNOWLEDGEMENT, RESPONSE);
        incoming.submitResponse(reference, null, RequestWorld.HANDLER);
        incoming.clear(reference, true, null, RequestWorld.MANAGER);
        incoming.sendResponse(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.process(reference)).isNull();
        assertThat(world.ends(reference)).contains("ResponseSent").doesNotContain("ReceiptConfirmed");
    }

    @Test
    void isDoneWithWhatIsTransferred() {
        String reference = world.registered(Urgency.ROUTINE, 1);
        incoming.decideAdmissibility(reference, decision(Choice.TRANSFERRED), null, RequestWorld.HANDLER);
        assertThat(world.process(reference)).isNull();
        assertThat(world.ends(reference)).contains("RequestTransferred", "RequestClosed");
        assertThat(world.at(MONDAY.plus(Duration.ofDays(400)), reference)).isZero();
        assertThat(world.told(reference)).isEmpty();
    }

    @Test
    void holdsNothingUpWhileTheAcknowledgementIsMissing() {
        String reference = world.cleared(Urgency.ROUTINE);
        assertThat(world.standing(reference))
                .containsExactly("ConfirmReceipt", ACKNOWLEDGEMENT, RESPONSE, "SendResponse");
        commands.acknowledge(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.standing(reference)).containsExactly(RESPONSE, "SendResponse");
    }

    @Test
    void goesRoundTheDraftingUntilItIsCleared() {
        String reference = world.drafted(Urgency.ROUTINE);
        for (int round = 0; round < 2; round++) {
            incoming.clear(reference, false, "Falta el sello", RequestWorld.MANAGER);
            assertThat(world.openTasks(reference)).containsExactly("ConfirmReceipt", "DraftResponse");
            incoming.submitResponse(reference, null, RequestWorld.HANDLER);
            assertThat(world.openTasks(reference)).containsExactly("ClearResponse", "ConfirmReceipt");
        }
    }

    @Test
    void hasOneTaskForEachMeasureAndCompletesExactlyThoseThatAreDone() {
        String reference = world.inExecution(Urgency.ROUTINE, 4);
        assertThat(measureTasks(reference))
                .containsExactly(
                        "Ejecutar medida 1 · Execute measure 1",
                        "Ejecutar medida 2 · Execute measure 2",
                        "Ejecutar medida 3 · Execute measure 3",
                        "Ejecutar medida 4 · Execute measure 4");

        incoming.recordExecution(reference, Map.of(3, DONE), RequestWorld.HANDLER);
        assertThat(measureTasks(reference)).extracting(MeasureTasks::measureOf).containsExactly(1, 2, 4);
        incoming.recordExecution(reference, Map.of(1, DONE, 4, DONE), RequestWorld.HANDLER);
        assertThat(measureTasks(reference)).extracting(MeasureTasks::measureOf).containsExactly(2);
        assertThat(world.request(reference).lifecycle()).isEqualTo(Lifecycle.IN_EXECUTION);
        incoming.recordExecution(reference, Map.of(2, DONE), RequestWorld.HANDLER);
        assertThat(world.openTasks(reference)).containsExactly("ConfirmReceipt", "DraftResponse");
        assertThat(world.deletedTasks(reference)).isEmpty();
    }

    private List<String> measureTasks(String reference) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("ExecuteMeasure")
                .list()
                .stream()
                .map(task -> task.getName())
                .sorted()
                .toList();
    }

    @Test
    void givesTheExecutionToTheAgencyAndTakesItAwayAgain() {
        String reference = world.inExecution(Urgency.ROUTINE, 2);
        assertThat(groups(reference))
                .containsExactlyInAnyOrder(Set.of("handler", "agencyagr"), Set.of("handler", "agencyagr"));

        incoming.recordExecution(reference, Map.of(1, DONE), RequestWorld.HANDLER);
        incoming.assignAgency(reference, "FGR", "Es competente la fiscalía", RequestWorld.MANAGER);

        assertThat(groups(reference)).containsExactly(Set.of("handler", "agencyfgr"));
        assertThat(measureTasks(reference)).hasSize(1);
    }

    private List<Set<String>> groups(String reference) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("ExecuteMeasure")
                .list()
                .stream()
                .map(task -> tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .collect(java.util.stream.Collectors.toSet()))
                .toList();
    }

    @Test
    void leavesTheExecutionToTheAgencyWhenItGetsAHandler() {
        String reference = world.inExecution(Urgency.ROUTINE, 1);
        jdbc.sql("update cooperation_request set handler = null where reference = ?")
                .param(reference)
                .update();
        tasks.setAssignee(world.task(reference, "ConfirmReceipt").getId(), null);

        commands.assign(reference, "handler2", null, RequestWorld.MANAGER);

        assertThat(world.task(reference, "ConfirmReceipt").getAssignee()).isEqualTo("handler2");
        assertThat(world.task(reference, "ExecuteMeasure").getAssignee()).isNull();
    }

    @Test
    void endsByWithdrawalFromEveryStep() {
        String received = world.received(Urgency.ROUTINE, 1);
        String acknowledged = world.received(Urgency.ROUTINE, 1);
        commands.acknowledge(acknowledged, null, null, RequestWorld.HANDLER);
        String registered = world.registered(Urgency.ROUTINE, 1);
        String asked = world.registered(Urgency.ROUTINE, 1);
        incoming.decideAdmissibility(asked, decision(Choice.INFORMATION_NEEDED), null, RequestWorld.HANDLER);
        String admitted = world.admitted(Urgency.ROUTINE, 1);
        String inExecution = world.inExecution(Urgency.ROUTINE, 3);
        incoming.recordExecution(inExecution, Map.of(2, DONE), RequestWorld.HANDLER);
        String executed = world.executed(Urgency.ROUTINE);
        String drafted = world.drafted(Urgency.ROUTINE);
        String cleared = world.cleared(Urgency.ROUTINE);

        for (String reference :
                List.of(received, acknowledged, registered, asked, admitted, inExecution, executed, drafted, cleared)) {
            commands.withdraw(reference, "La otra parte la retira", RequestWorld.HANDLER);

            assertThat(world.process(reference)).as(reference).isNull();
            assertThat(world.ends(reference)).contains("RequestClosedByWithdrawal");
            assertThat(world.at(MONDAY.plus(Duration.ofDays(400)), reference)).isZero();
            assertThat(world.told(reference)).isEmpty();
            clock.set(MONDAY);
        }
    }

    @Test
    void leavesProcessAndRequestAsTheyWereWhenACommandDoesNotFit() {
        String reference = world.received(Urgency.ROUTINE, 1);

        assertThatThrownBy(() -> incoming.submitResponse(reference, null, RequestWorld.HANDLER))
                .isInstanceOf(CommandNotPossible.class);

        assertThat(world.openTasks(reference)).containsExactly("ConfirmReceipt", "RegisterRequest");
        assertThat(world.request(reference).lifecycle()).isEqualTo(Lifecycle.RECEIVED);
    }
}
