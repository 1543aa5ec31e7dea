package org.plazo.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.DeadlineKind;
import org.plazo.request.RequestCommands;
import org.plazo.request.Urgency;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;

/** The clocks of a dispatched request: when each step is taken, by whom it is heard, and that it is taken once. */
@PlazoIT
class EscalationIT {

    /** A Monday, noon in Havana; an emergency dispatched then is due eight hours later. */
    private static final Instant MONDAY = Instant.parse("2026-02-02T17:00:00Z");

    private static final Instant DUE = MONDAY.plus(Duration.ofHours(8));

    @Autowired
    private RequestWorld world;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService jobs;

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

    private void nothingBefore(Instant instant, String reference) {
        int steps = world.steps(reference).size();
        assertThat(world.at(instant.minusSeconds(1), reference)).isZero();
        assertThat(world.steps(reference)).hasSize(steps);
    }

    private void stepAt(Instant instant, String reference, String step) {
        nothingBefore(instant, reference);
        assertThat(world.timers(reference)).containsEntry("NextResponseStepDue", instant);
        assertThat(world.at(instant, reference)).isEqualTo(1);
        assertThat(world.steps(reference)).endsWith(step);
    }

    @Test
    void climbsTheLadderStepByStepEachAtItsInstant() {
        String reference = world.dispatched(Urgency.EMERGENCY);

        stepAt(DUE.minus(Duration.ofHours(2)), reference, "RESPONSE.DUE_SOON");
        assertThat(world.openTasks(reference)).containsExactly("FollowUp");

        stepAt(DUE.plus(Duration.ofMinutes(1)), reference, "RESPONSE.OVERDUE");
        assertThat(world.openTasks(reference)).containsExactly("FollowUp", "SendReminder");

        stepAt(DUE.plus(Duration.ofHours(2)), reference, "RESPONSE.MANAGER");
        stepAt(DUE.plus(Duration.ofHours(8)), reference, "RESPONSE.HEAD");
        assertThat(world.openTasks(reference)).containsExactly("DeliverNoteVerbale", "FollowUp", "SendReminder");

        // five business days after Monday 2 February, 20:00 in Havana
        stepAt(DUE.plus(Duration.ofDays(7)), reference, "RESPONSE.DIALOGUE_AGENDA");
        assertThat(world.openTasks(reference)).containsExactly("DeliverNoteVerbale", "FollowUp", "SendReminder");
        assertThat(world.onAgenda(reference)).isTrue();

        assertThat(world.timers(reference)).containsEntry("NextResponseStepDue", Timers.PARKED);
        assertThat(world.told(reference))
                .contains(
                        "RESPONSE.DUE_SOON.1 to handler",
                        "RESPONSE.OVERDUE.1 to handler",
                        "RESPONSE.MANAGER.1 to manager",
                        "RESPONSE.HEAD.1 to head",
                        "RESPONSE.DIALOGUE_AGENDA.1 to delegate")
                .doesNotHaveDuplicates();
    }

    @Test
    void takesOnlyTheHighestStepAfterAnOutage() {
        String reference = world.dispatched(Urgency.EMERGENCY);

        world.at(MONDAY.plus(Duration.ofDays(60)), reference);

        assertThat(world.steps(reference).stream().filter(step -> step.contains("RESPONSE")))
                .containsExactly(
                        "(RESPONSE.DUE_SOON)",
                        "(RESPONSE.OVERDUE)",
                        "(RESPONSE.MANAGER)",
                        "(RESPONSE.HEAD)",
                        "RESPONSE.DIALOGUE_AGENDA");
        assertThat(world.told(reference))
                .containsExactlyInAnyOrder(
                        "RESPONSE.DIALOGUE_AGENDA.1 to delegate", "ACKNOWLEDGEMENT.MANAGER.1 to manager");
        assertThat(world.openTasks(reference)).containsExactly("FollowUp");
        assertThat(world.timers(reference))
                .containsOnlyKeys("NextResponseStepDue", "NextAcknowledgementStepDue")
                .containsValue(Timers.PARKED);
    }

    @Test
    void tellsNothingTwiceWhenTheSameJobRunsAgain() {
        String reference = world.dispatched(Urgency.EMERGENCY);
        Instant dueSoon = DUE.minus(Duration.ofHours(2));
        world.at(dueSoon, reference);

        // the timer that waits for the next step is run too early, as after a clock that was set back
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(world.process(reference).getId())
                .activityId("NextResponseStepDue")
                .singleResult()
                .getId());

        assertThat(world.told(reference)).containsExactly("RESPONSE.DUE_SOON.1 to handler");
        assertThat(world.steps(reference)).containsExactly("RESPONSE.DUE_SOON");
        assertThat(world.timers(reference)).containsEntry("NextResponseStepDue", DUE.plus(Duration.ofMinutes(1)));
    }

    @Test
    void raisesThePriorityOfTheTaskWithEachLevelAndKeepsItsDueDate() {
        String reference = world.dispatched(Urgency.EMERGENCY);
        assertThat(world.task(reference, "FollowUp").getPriority()).isEqualTo(70);
        assertThat(world.task(reference, "FollowUp").getDueDate()).isEqualTo(world.date(DUE));

        world.at(DUE.plus(Duration.ofMinutes(1)), reference);

        assertThat(world.task(reference, "FollowUp").getPriority()).isEqualTo(90);
        assertThat(world.task(reference, "SendReminder").getPriority()).isEqualTo(90);
        assertThat(world.task(reference, "SendReminder").getDueDate()).isEqualTo(world.date(DUE));
        assertThat(world.task(reference, "FollowUp").getAssignee()).isEqualTo("handler");

        world.at(DUE.plus(Duration.ofHours(2)), reference);

        assertThat(world.task(reference, "FollowUp").getPriority())
                .as("the manager was told")
                .isEqualTo(200);
    }

    @Test
    void holdsTheNextReminderBackAfterAnInterimReplyButNotTheManager() {
        String reference = world.dispatched(Urgency.EMERGENCY);
        clock.set(MONDAY.plus(Duration.ofHours(1)));

        commands.recordInterimReply(reference, null, null, RequestWorld.HANDLER);

        // DUE_SOON waits fourteen days, OVERDUE is not the next one and stays
        assertThat(world.timers(reference)).containsEntry("NextResponseStepDue", DUE.plus(Duration.ofMinutes(1)));
        world.at(DUE.plus(Duration.ofMinutes(1)), reference);
        assertThat(world.steps(reference)).containsExactly("(RESPONSE.DUE_SOON)", "RESPONSE.OVERDUE");
    }

    @Test
    void waitsAgainAfterAPartialResponseAndTakesStepsAgainThatMovedIntoTheFuture() {
        String reference = world.dispatched(Urgency.EMERGENCY);
        world.at(DUE.minus(Duration.ofHours(2)), reference);
        assertThat(world.steps(reference)).containsExactly("RESPONSE.DUE_SOON");

        clock.set(DUE.minus(Duration.ofHours(1)));
        commands.recordResponse(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.timers(reference)).isEmpty();
        clock.set(DUE.plus(Duration.ofDays(2)));
        commands.assess(reference, AssessmentOutcome.PARTIAL, "Falta el manifiesto", RequestWorld.HANDLER);

        // the clock stood still while the paper lay with us: one hour is left of the eight
        Instant newDue = DUE.plus(Duration.ofDays(2)).plus(Duration.ofHours(1));
        assertThat(world.deadline(reference, DeadlineKind.RESPONSE).dueAt()).isEqualTo(newDue);
        // "due soon" has passed before and is not told again: its instant is still in the past
        assertThat(world.timers(reference))
                .containsExactlyEntriesOf(java.util.Map.of("NextResponseStepDue", newDue.plus(Duration.ofMinutes(1))));
        assertThat(world.task(reference, "FollowUp").getDueDate()).isEqualTo(world.date(newDue));
    }

    @Test
    void takesNoStepOnceTheResponseIsThere() {
        String reference = world.dispatched(Urgency.EMERGENCY);
        commands.recordResponse(reference, null, null, RequestWorld.HANDLER);

        assertThat(world.at(MONDAY.plus(Duration.ofDays(60)), reference)).isZero();
        assertThat(world.steps(reference)).isEmpty();
        assertThat(world.told(reference)).isEmpty();
    }

    @Test
    void stopsOnlyTheAcknowledgementsClockWhenALateAcknowledgementComes() {
        String reference = world.dispatched(Urgency.ROUTINE);
        Instant overdue = world.timers(reference).get("NextAcknowledgementStepDue");
        nothingBefore(overdue, reference);
        world.at(overdue, reference);
        assertThat(world.steps(reference)).containsExactly("ACKNOWLEDGEMENT.OVERDUE");

        commands.acknowledge(reference, null, null, RequestWorld.HANDLER);

        assertThat(world.timers(reference)).containsOnlyKeys("NextResponseStepDue");
        assertThat(world.standing(reference)).containsExactly("FollowUp", "NextResponseStepDue");
        assertThat(world.at(overdue.plus(Duration.ofDays(30)), reference)).isZero();
        assertThat(world.steps(reference)).containsExactly("ACKNOWLEDGEMENT.OVERDUE");
    }

    @Test
    void remindsOurOwnSideWhileTheRequestHasNotLeft() {
        String reference = world.submitted(Urgency.ROUTINE);
        Instant due = world.deadline(reference, DeadlineKind.REVIEW).dueAt();
        assertThat(world.task(reference, "ReviewRequest").getDueDate()).isEqualTo(world.date(due));

        Instant overdue = due.plus(Duration.ofHours(1));
        world.at(overdue.minusSeconds(1), reference);
        assertThat(world.steps(reference)).containsExactly("REVIEW.DUE_SOON");
        world.at(overdue, reference);

        assertThat(world.steps(reference)).containsExactly("REVIEW.DUE_SOON", "REVIEW.OVERDUE");
        assertThat(world.told(reference)).contains("REVIEW.OVERDUE.1 to handler", "REVIEW.OVERDUE.1 to reviewer");
        commands.review(reference, true, null, RequestWorld.REVIEWER);
        assertThat(world.task(reference, "DispatchRequest").getPriority()).isEqualTo(50);
        assertThat(world.timers(reference)).containsOnlyKeys("NextReviewStepDue");
    }
}
