package org.plazo.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.AssessmentOutcome;
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

        commands.review(reference, true, null, RequestWorld.REVIEWER);
        assertThat(world.standing(reference)).containsExactly("DispatchRequest", "NextReviewStepDue");

        commands.dispatch(reference, null, "DIPLOMATIC_NOTE", RequestWorld.HANDLER);
        assertThat(world.standing(reference))
                .containsExactly(
                        "AcknowledgementReceived", "FollowUp", "NextAcknowledgementStepDue", "NextResponseStepDue");

        commands.acknowledge(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.standing(reference)).containsExactly("FollowUp", "NextResponseStepDue");

        commands.recordResponse(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.standing(reference)).containsExactly("AssessResponse");
        assertThat(world.timers(reference)).isEmpty();

        commands.assess(reference, AssessmentOutcome.COMPLETE, null, RequestWorld.HANDLER);
        assertThat(world.process(reference)).isNull();
        assertThat(world.request(reference).lifecycle()).isEqualTo(Lifecycle.CLOSED);
    }
}
