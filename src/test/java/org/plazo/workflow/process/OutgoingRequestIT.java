package org.plazo.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.CommandNotPossible;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Lifecycle;
import org.plazo.request.RequestCommands;
import org.plazo.request.Urgency;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of a request, driven by commands. */
@PlazoIT
class OutgoingRequestIT {

    /** A Monday, noon in Havana. */
    private static final Instant MONDAY = Instant.parse("2026-02-02T17:00:00Z");

    @Autowired
    private RequestWorld world;

    @Autowired
    private RequestCommands commands;

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

    @Test
    void goesFromSubmissionToClosed() {
        String reference = world.submitted(Urgency.ROUTINE);
        assertThat(world.standing(reference)).containsExactly("NextReviewStepDue", "ReviewRequest");
        // one business day before five business days from Monday, at 17:00 in Havana
        assertThat(world.timers(reference)).containsOnlyKeys("NextReviewStepDue");
        assertThat(world.timers(reference)).containsValue(Instant.parse("2026-02-06T22:00:00Z"));

        commands.review(reference, true, null, RequestWorld.REVIEWER);
        assertThat(world.standing(reference)).containsExactly("DispatchRequest", "NextReviewStepDue");

        commands.dispatch(reference, null, "DIPLOMATIC_NOTE", RequestWorld.HANDLER);
        assertThat(world.standing(reference))
                .containsExactly(
                        "AcknowledgementReceived", "FollowUp", "NextAcknowledgementStepDue", "NextResponseStepDue");
        assertThat(world.timers(reference)).containsOnlyKeys("NextAcknowledgementStepDue", "NextResponseStepDue");

        commands.acknowledge(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.standing(reference)).containsExactly("FollowUp", "NextResponseStepDue");

        commands.recordInterimReply(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.standing(reference)).containsExactly("FollowUp", "NextResponseStepDue");

        commands.recordResponse(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.standing(reference)).containsExactly("AssessResponse");
        assertThat(world.timers(reference)).isEmpty();

        commands.assess(reference, AssessmentOutcome.COMPLETE, null, RequestWorld.HANDLER);
        assertThat(world.process(reference)).isNull();
        assertThat(world.request(reference).lifecycle()).isEqualTo(Lifecycle.CLOSED);
        assertThat(world.ends(reference))
                .containsExactly(
                        "AcknowledgementKnown",
                        "AcknowledgementSettled",
                        "RequestClosed",
                        "RequestDispatched",
                        "ResponseReceived");
        assertThat(world.deletedTasks(reference)).isEmpty();
    }

    @Test
    void goesRoundTheCorrectionUntilTheReviewerApproves() {
        String reference = world.submitted(Urgency.ROUTINE);
        for (int round = 0; round < 2; round++) {
            commands.review(reference, false, "Falta la base jurídica", RequestWorld.REVIEWER);
            assertThat(world.standing(reference)).containsExactly("CorrectRequest", "NextReviewStepDue");
            commands.correct(reference, null, RequestWorld.HANDLER);
            assertThat(world.standing(reference)).containsExactly("NextReviewStepDue", "ReviewRequest");
        }
        commands.review(reference, true, null, RequestWorld.REVIEWER);
        assertThat(world.openTasks(reference)).containsExactly("DispatchRequest");
    }

    @Test
    void waitsAgainAfterAnInsufficientResponseWithoutAskingForAnAcknowledgement() {
        String reference = world.dispatched(Urgency.ROUTINE);
        Instant due = world.deadline(reference, DeadlineKind.RESPONSE).dueAt();
        clock.advance(Duration.ofDays(10));
        commands.recordResponse(reference, null, null, RequestWorld.HANDLER);
        clock.advance(Duration.ofDays(3));

        commands.assess(reference, AssessmentOutcome.INSUFFICIENT, "No responde a nada", RequestWorld.HANDLER);

        assertThat(world.standing(reference)).containsExactly("FollowUp", "NextResponseStepDue");
        assertThat(world.deadline(reference, DeadlineKind.RESPONSE).dueAt()).isAfter(due);
        commands.recordResponse(reference, null, null, RequestWorld.HANDLER);
        commands.assess(reference, AssessmentOutcome.COMPLETE, null, RequestWorld.HANDLER);
        assertThat(world.process(reference)).isNull();
    }

    @Test
    void endsByWithdrawalFromEveryStep() {
        String inReview = world.submitted(Urgency.ROUTINE);
        String inCorrection = world.submitted(Urgency.ROUTINE);
        commands.review(inCorrection, false, "Falta la base jurídica", RequestWorld.REVIEWER);
        String approved = world.approved(Urgency.ROUTINE);
        String awaiting = world.dispatched(Urgency.ROUTINE);
        String acknowledged = world.dispatched(Urgency.ROUTINE);
        commands.acknowledge(acknowledged, null, null, RequestWorld.HANDLER);
        String inAssessment = world.dispatched(Urgency.ROUTINE);
        commands.recordResponse(inAssessment, null, null, RequestWorld.HANDLER);

        for (String reference : List.of(inReview, inCorrection, approved, awaiting, acknowledged, inAssessment)) {
            commands.withdraw(reference, "Ya no hace falta", RequestWorld.HANDLER);

            assertThat(world.process(reference)).as(reference).isNull();
            assertThat(world.ends(reference)).contains("RequestClosedByWithdrawal");
            assertThat(world.at(MONDAY.plus(Duration.ofDays(400)), reference)).isZero();
            assertThat(world.told(reference)).isEmpty();
            clock.set(MONDAY);
        }
    }

    @Test
    void withdrawsADraftThatNeverHadAProcess() {
        String reference = commands.create(RequestWorld.draft(Urgency.ROUTINE), RequestWorld.HANDLER);
        commands.withdraw(reference, "Entrada dos veces", RequestWorld.HANDLER);
        assertThat(world.process(reference)).isNull();
    }

    @Test
    void leavesProcessAndRequestAsTheyWereWhenACommandDoesNotFit() {
        String reference = world.submitted(Urgency.ROUTINE);

        assertThatThrownBy(() -> commands.recordResponse(reference, null, null, RequestWorld.HANDLER))
                .isInstanceOf(CommandNotPossible.class);

        assertThat(world.standing(reference)).containsExactly("NextReviewStepDue", "ReviewRequest");
        assertThat(world.request(reference).lifecycle()).isEqualTo(Lifecycle.IN_REVIEW);
    }
}
