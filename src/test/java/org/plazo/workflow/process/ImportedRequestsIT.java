package org.plazo.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.IncomingCommands;
import org.plazo.request.Lifecycle;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestEvent.RequestImported;
import org.plazo.request.Settlement;
import org.plazo.request.Urgency;
import org.plazo.request.imports.RegisterImport;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests that come in by import and stand somewhere already. */
@PlazoIT
class ImportedRequestsIT {

    private static final Instant MONDAY = Instant.parse("2026-02-02T17:00:00Z");

    @Autowired
    private RequestWorld world;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private IncomingCommands incoming;

    @Autowired
    private RegisterImport imports;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

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

    /** As the register's import does it: a row that stands somewhere, then the event. */
    private String imported(Lifecycle lifecycle, Instant at, boolean acknowledged) {
        return imported(Direction.OUTGOING, lifecycle, at, acknowledged);
    }

    private String imported(Direction direction, Lifecycle lifecycle, Instant at, boolean acknowledged) {
        String reference = commands.create(RequestWorld.draft(Urgency.ROUTINE), RequestWorld.HANDLER);
        long id = world.request(reference).id();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            update cooperation_request set lifecycle = :lifecycle, direction = :direction,
                                executing_agency = 'AGR' where id = :id""")
                    .param("lifecycle", lifecycle.name())
                    .param("direction", direction.name())
                    .param("id", id)
                    .update();
            events.publishEvent(new RequestImported(id, reference, lifecycle, at, at, at, acknowledged));
        });
        return reference;
    }

    @Test
    void startAtTheirStep() {
        Instant yesterday = MONDAY.minus(Duration.ofDays(1));
        assertThat(world.standing(imported(Lifecycle.IN_REVIEW, yesterday, false)))
                .containsExactly("NextReviewStepDue", "ReviewRequest");
        assertThat(world.standing(imported(Lifecycle.IN_CORRECTION, yesterday, false)))
                .containsExactly("CorrectRequest", "NextReviewStepDue");
        assertThat(world.standing(imported(Lifecycle.APPROVED, yesterday, false)))
                .containsExactly("DispatchRequest", "NextReviewStepDue");
        assertThat(world.standing(imported(Lifecycle.AWAITING_RESPONSE, yesterday, false)))
                .containsExactly(
                        "AcknowledgementReceived", "FollowUp", "NextAcknowledgementStepDue", "NextResponseStepDue");
        assertThat(world.standing(imported(Lifecycle.AWAITING_RESPONSE, yesterday, true)))
                .containsExactly("FollowUp", "NextResponseStepDue");
        assertThat(world.standing(imported(Lifecycle.IN_ASSESSMENT, yesterday, true)))
                .containsExactly("AssessResponse");
    }

    @Test
    void startAtTheirStepWhenTheOtherSideAsks() {
        Instant yesterday = MONDAY.minus(Duration.ofDays(1));
        assertThat(world.standing(imported(Direction.INCOMING, Lifecycle.RECEIVED, yesterday, false)))
                .containsExactly(
                        "ConfirmReceipt",
                        "NextAcknowledgementStepDue",
                        "NextAdmissibilityStepDue",
                        "NextResponseStepDue",
                        "RegisterRequest");
        assertThat(world.standing(imported(Direction.INCOMING, Lifecycle.IN_ADMISSIBILITY, yesterday, true)))
                .containsExactly("DecideAdmissibility", "NextAdmissibilityStepDue", "NextResponseStepDue");
        Map.of(
                        Lifecycle.ADMITTED, "AssignAgency",
                        Lifecycle.IN_EXECUTION, "ExecuteMeasure",
                        Lifecycle.IN_DRAFTING, "DraftResponse",
                        Lifecycle.IN_CLEARANCE, "ClearResponse",
                        Lifecycle.CLEARED, "SendResponse")
                .forEach((lifecycle, step) -> {
                    String acknowledged = imported(Direction.INCOMING, lifecycle, yesterday, true);
                    assertThat(world.standing(acknowledged)).containsExactlyInAnyOrder(step, "NextResponseStepDue");
                    String not = imported(Direction.INCOMING, lifecycle, yesterday, false);
                    assertThat(world.openTasks(not)).containsExactlyInAnyOrder(step, "ConfirmReceipt");
                    assertThat(world.timers(not)).containsOnlyKeys("NextAcknowledgementStepDue", "NextResponseStepDue");
                });
    }

    @Test
    void goOnWithTheMeasuresThatArePending() {
        String reference = imported(Direction.INCOMING, Lifecycle.IN_EXECUTION, MONDAY, true);
        incoming.recordExecution(reference, Map.of(1, Settlement.of(MeasureOutcome.NOT_HELD)), RequestWorld.HANDLER);
        assertThat(world.standing(reference)).containsExactly("DraftResponse", "NextResponseStepDue");
        incoming.submitResponse(reference, null, RequestWorld.HANDLER);
        incoming.clear(reference, true, null, RequestWorld.MANAGER);
        incoming.sendResponse(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.process(reference)).isNull();
    }

    /** Received on 20 October: the acknowledgement was due on the 27th, the response is due on 19 January. */
    @Test
    void runOurClocksFromTheReceipt() {
        String reference =
                imported(Direction.INCOMING, Lifecycle.IN_EXECUTION, Instant.parse("2025-10-20T15:00:00Z"), false);
        assertThat(world.deadline(reference, DeadlineKind.RESPONSE).dueOn()).hasToString("2026-01-19");
        assertThat(world.told(reference))
                .containsExactlyInAnyOrder(
                        "RESPONSE.MANAGER.1 to agencymanager",
                        "ACKNOWLEDGEMENT.HEAD.1 to agencymanager",
                        "ACKNOWLEDGEMENT.HEAD.1 to manager",
                        "ACKNOWLEDGEMENT.HEAD.1 to head");
        assertThat(world.runDueJobs(reference)).isZero();
    }

    @Test
    void haveNoProcessAsDraftOrWhenNothingIsAwaitedAnyMore() {
        assertThat(world.process(imported(Lifecycle.DRAFT, MONDAY, false))).isNull();
        assertThat(world.process(imported(Lifecycle.CLOSED, MONDAY, true))).isNull();
        assertThat(world.process(imported(Lifecycle.WITHDRAWN, MONDAY, false))).isNull();
    }

    @Test
    void runTheirClocksFromTheDispatchAndTakeOnlyTheHighestStepThatIsDue() {
        // twenty business days after the due date, at 17:00 in Havana, the head is due; the agenda (forty-five) is not
        clock.set(Instant.parse("2026-02-02T22:00:00Z"));
        // dispatched on 6 October 2025: due ninety days later, Sunday 4 January, rolled to Monday 5 January
        String reference = imported(Lifecycle.AWAITING_RESPONSE, Instant.parse("2025-10-06T15:00:00Z"), true);
        assertThat(world.deadline(reference, DeadlineKind.RESPONSE).dueOn()).hasToString("2026-01-05");

        assertThat(world.steps(reference))
                .containsExactly("(RESPONSE.DUE_SOON)", "(RESPONSE.OVERDUE)", "(RESPONSE.MANAGER)", "RESPONSE.HEAD");
        assertThat(world.told(reference)).containsExactly("RESPONSE.HEAD.1 to head");
        assertThat(world.openTasks(reference)).containsExactly("DeliverNoteVerbale", "FollowUp");
        assertThat(world.timers(reference).get("NextResponseStepDue")).isAfter(MONDAY);
        assertThat(world.runDueJobs(reference))
                .as("nothing is left for the job executor")
                .isZero();
        assertThat(world.told(reference)).hasSize(1);
    }

    /** Received on 20 January, sent back on 2 February: the thirteen days that it lay with us are not the counterpart's. */
    @Test
    void stoodStillSinceTheirResponseCameAndNotSinceTheImport() {
        String csv = """
                externalId,kind,requestingAuthority,requestedAuthority,legalBasis,crimeArea,label,measures,urgency,lifecycle,dispatchedAt,respondedAt
                ASSESS-1,INFORMATION,MININT,DHS,MOU_2017,DRUGS,Consulta de prueba,Registro,ROUTINE,IN_ASSESSMENT,2026-01-05T15:00:00Z,2026-01-20T15:00:00Z
                """;
        imports.run(csv.getBytes(StandardCharsets.UTF_8), false, RequestWorld.HANDLER);
        String reference = jdbc.sql("select reference from cooperation_request where external_id = 'ASSESS-1'")
                .query(String.class)
                .single();
        assertThat(world.deadline(reference, DeadlineKind.RESPONSE).stoppedAt())
                .isEqualTo(Instant.parse("2026-01-20T15:00:00Z"));
        assertThat(world.deadline(reference, DeadlineKind.RESPONSE).dueOn()).hasToString("2026-04-06");

        commands.assess(reference, AssessmentOutcome.INSUFFICIENT, "Falta el registro", RequestWorld.HANDLER);

        // 5 April and thirteen days are Saturday, 18 April
        assertThat(world.deadline(reference, DeadlineKind.RESPONSE).dueOn()).hasToString("2026-04-20");
        assertThat(world.standing(reference)).containsExactly("FollowUp", "NextResponseStepDue");
    }

    @Test
    void goOnLikeAnyOther() {
        String reference = imported(Lifecycle.IN_CORRECTION, MONDAY, false);
        commands.correct(reference, null, RequestWorld.HANDLER);
        commands.review(reference, true, null, RequestWorld.REVIEWER);
        commands.dispatch(reference, null, null, RequestWorld.HANDLER);
        assertThat(world.openTasks(reference)).containsExactly("FollowUp");
        assertThat(world.timers(reference)).containsOnlyKeys("NextAcknowledgementStepDue", "NextResponseStepDue");
    }
}
