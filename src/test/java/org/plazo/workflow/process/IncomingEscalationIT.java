package org.plazo.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.AdmissibilityDecision;
import org.plazo.request.AdmissibilityDecision.Choice;
import org.plazo.request.DeadlineKind;
import org.plazo.request.IncomingCommands;
import org.plazo.request.RequestCommands;
import org.plazo.request.Urgency;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.plazo.support.SecretRequests;
import org.springframework.beans.factory.annotation.Autowired;

/** What we are late with: each of the three ladders, and that the agency's own manager is told before the others. */
@PlazoIT
class IncomingEscalationIT {

    /** A Monday, noon in Havana. */
    private static final Instant MONDAY = Instant.parse("2026-02-02T17:00:00Z");

    /** The customs, whose manager is {@code agencymanager}. */
    private static final String WITH_MANAGER = "AGR";

    private static final String WITHOUT_MANAGER = "FGR";

    @Autowired
    private RequestWorld world;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private IncomingCommands incoming;

    @Autowired
    private SecretRequests secrets;

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

    private void stepAt(Instant instant, String reference, DeadlineKind kind, String step) {
        assertThat(world.timers(reference)).containsEntry(Names.timer(kind), instant);
        List<String> before = steps(reference, kind);
        world.at(instant.minusSeconds(1), reference);
        assertThat(steps(reference, kind)).isEqualTo(before);
        world.at(instant, reference);
        assertThat(steps(reference, kind)).hasSize(before.size() + 1).endsWith(kind + "." + step);
    }

    private List<String> steps(String reference, DeadlineKind kind) {
        return world.steps(reference).stream()
                .filter(step -> step.contains(kind.name()))
                .toList();
    }

    private void neverTellsTheOtherSide(String reference) {
        assertThat(world.openTasks(reference)).doesNotContain("SendReminder", "DeliverNoteVerbale");
        assertThat(world.onAgenda(reference)).isFalse();
    }

    /** Received at noon, to be acknowledged within an hour. */
    @Test
    void climbsWhenWeDoNotAcknowledge() {
        String reference = world.received(WITH_MANAGER, Urgency.EMERGENCY, 1);
        Instant due = MONDAY.plus(Duration.ofHours(1));
        assertThat(world.deadline(reference, DeadlineKind.ACKNOWLEDGEMENT).dueAt())
                .isEqualTo(due);
        stepAt(due.minus(Duration.ofMinutes(20)), reference, DeadlineKind.ACKNOWLEDGEMENT, "DUE_SOON");
        stepAt(due.plus(Duration.ofMinutes(1)), reference, DeadlineKind.ACKNOWLEDGEMENT, "OVERDUE");
        assertThat(world.task(reference, "ConfirmReceipt").getPriority()).isEqualTo(90);
        assertThat(world.task(reference, "RegisterRequest").getPriority()).isEqualTo(70);

        incoming.register(reference, null, RequestWorld.HANDLER);
        incoming.decideAdmissibility(reference, AdmissibilityDecision.admissible(), null, RequestWorld.HANDLER);
        stepAt(due.plus(Duration.ofHours(1)), reference, DeadlineKind.ACKNOWLEDGEMENT, "MANAGER");
        stepAt(due.plus(Duration.ofHours(4)), reference, DeadlineKind.ACKNOWLEDGEMENT, "HEAD");

        assertThat(world.timers(reference)).containsEntry("NextAcknowledgementStepDue", Timers.PARKED);
        assertThat(world.told(reference))
                .containsExactly(
                        "ACKNOWLEDGEMENT.DUE_SOON.1 to handler",
                        "ACKNOWLEDGEMENT.OVERDUE.1 to handler",
                        "ACKNOWLEDGEMENT.MANAGER.1 to agencymanager",
                        "ACKNOWLEDGEMENT.HEAD.1 to agencymanager",
                        "ACKNOWLEDGEMENT.HEAD.1 to head",
                        "ACKNOWLEDGEMENT.HEAD.1 to manager");
        neverTellsTheOtherSide(reference);
    }

    /** To be decided within two hours. */
    @Test
    void climbsWhenWeDoNotDecide() {
        String reference = world.received(WITH_MANAGER, Urgency.EMERGENCY, 1);
        commands.acknowledge(reference, null, null, RequestWorld.HANDLER);
        Instant due = MONDAY.plus(Duration.ofHours(2));
        assertThat(world.deadline(reference, DeadlineKind.ADMISSIBILITY).dueAt())
                .isEqualTo(due);
        stepAt(due.minus(Duration.ofMinutes(30)), reference, DeadlineKind.ADMISSIBILITY, "DUE_SOON");
        incoming.register(reference, null, RequestWorld.HANDLER);
        stepAt(due.plus(Duration.ofMinutes(1)), reference, DeadlineKind.ADMISSIBILITY, "OVERDUE");
        assertThat(world.task(reference, "DecideAdmissibility").getPriority()).isEqualTo(90);
        stepAt(due.plus(Duration.ofHours(1)), reference, DeadlineKind.ADMISSIBILITY, "MANAGER");
        stepAt(due.plus(Duration.ofHours(4)), reference, DeadlineKind.ADMISSIBILITY, "HEAD");

        assertThat(world.told(reference))
                .containsExactlyInAnyOrder(
                        "ADMISSIBILITY.DUE_SOON.1 to handler",
                        "ADMISSIBILITY.OVERDUE.1 to handler",
                        "ADMISSIBILITY.MANAGER.1 to agencymanager",
                        "RESPONSE.DUE_SOON.1 to handler",
                        "ADMISSIBILITY.HEAD.1 to agencymanager",
                        "ADMISSIBILITY.HEAD.1 to head",
                        "ADMISSIBILITY.HEAD.1 to manager");
        neverTellsTheOtherSide(reference);
    }

    /** To be answered within eight hours; asked of the prosecutors, executed by the customs. */
    @Test
    void climbsToTheManagerOfTheAgencyThatExecutesWhenWeDoNotAnswer() {
        String reference = world.inExecution(Urgency.EMERGENCY, 2);
        commands.acknowledge(reference, null, null, RequestWorld.HANDLER);
        Instant due = MONDAY.plus(Duration.ofHours(8));
        stepAt(due.minus(Duration.ofHours(2)), reference, DeadlineKind.RESPONSE, "DUE_SOON");
        stepAt(due.plus(Duration.ofMinutes(1)), reference, DeadlineKind.RESPONSE, "OVERDUE");
        stepAt(due.plus(Duration.ofHours(2)), reference, DeadlineKind.RESPONSE, "MANAGER");
        assertThat(world.told(reference)).last().isEqualTo("RESPONSE.MANAGER.1 to agencymanager");
        stepAt(due.plus(Duration.ofHours(8)), reference, DeadlineKind.RESPONSE, "HEAD");

        assertThat(world.told(reference))
                .containsExactly(
                        "RESPONSE.DUE_SOON.1 to handler",
                        "RESPONSE.OVERDUE.1 to handler",
                        "RESPONSE.MANAGER.1 to agencymanager",
                        "RESPONSE.HEAD.1 to agencymanager",
                        "RESPONSE.HEAD.1 to head",
                        "RESPONSE.HEAD.1 to manager");
        assertThat(world.timers(reference)).containsEntry("NextResponseStepDue", Timers.PARKED);
        neverTellsTheOtherSide(reference);
    }

    @Test
    void tellsTheManagersWhereTheAgencyHasNone() {
        String reference = world.received(WITHOUT_MANAGER, Urgency.EMERGENCY, 1);
        world.at(MONDAY.plus(Duration.ofHours(2)), reference);
        assertThat(told(reference, "ACKNOWLEDGEMENT.MANAGER"))
                .as("and nobody of another agency")
                .containsExactly("manager");
    }

    @Test
    void tellsTheManagersWhereThatOfTheAgencyMayNotKnow() {
        String reference = world.received(WITH_MANAGER, Urgency.EMERGENCY, 1);
        secrets.reclassify(reference, SecretRequests.CONFIDENTIAL, "");
        world.at(MONDAY.plus(Duration.ofHours(2)), reference);
        assertThat(told(reference, "ACKNOWLEDGEMENT.MANAGER")).containsExactly("manager");
    }

    private List<String> told(String reference, String step) {
        return world.told(reference).stream()
                .filter(line -> line.startsWith(step + "."))
                .map(line -> line.substring(line.indexOf(" to ") + 4))
                .toList();
    }

    @Test
    void tellsNobodyWhileInformationIsAwaited() {
        String reference = world.registered(Urgency.EMERGENCY, 1);
        commands.acknowledge(reference, null, null, RequestWorld.HANDLER);
        incoming.decideAdmissibility(
                reference,
                new AdmissibilityDecision(Choice.INFORMATION_NEEDED, null, "Falta la traducción", null),
                null,
                RequestWorld.HANDLER);
        assertThat(world.at(MONDAY.plus(Duration.ofDays(60)), reference)).isZero();
        incoming.recordInformation(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.runDueJobs(reference)).isZero();
        assertThat(world.steps(reference)).isEmpty();
    }
}
