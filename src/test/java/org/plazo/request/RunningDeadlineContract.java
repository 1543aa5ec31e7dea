package org.plazo.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;
import org.plazo.deadline.TimeLimit;
import org.plazo.request.AdmissibilityDecision.Choice;
import org.plazo.support.MovableClock;

/** Which of a request's deadlines the register shows, on every database. */
abstract class RunningDeadlineContract {

    private static final Instant RECEIVED = Instant.parse("2026-02-02T17:00:00Z");
    private static final Instant ACKNOWLEDGEMENT_DUE = Instant.parse("2026-02-09T22:00:00Z");
    private static final Instant ADMISSIBILITY_DUE = Instant.parse("2026-03-04T22:00:00Z");
    private static final Instant RESPONSE_DUE = Instant.parse("2026-05-03T21:00:00Z");

    private MovableClock clock;
    private RequestCommands commands;
    private IncomingCommands incoming;
    private TurnCommands turns;
    private RequestDeadlines deadlines;
    private RegisterQueries register;

    abstract RegisterOn on();

    @BeforeEach
    void setUp() {
        clock = on().get(MovableClock.class);
        commands = on().get(RequestCommands.class);
        incoming = on().get(IncomingCommands.class);
        turns = on().get(TurnCommands.class);
        deadlines = on().get(RequestDeadlines.class);
        register = on().get(RegisterQueries.class);
        clock.set(RECEIVED);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void isOverdueWithTheFirstOfOursThatIsMissed() {
        String reference = received(7, 30, 90);
        assertEdges(reference, DeadlineKind.ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE);

        clock.set(ACKNOWLEDGEMENT_DUE.plusNanos(1_000));
        commands.acknowledge(reference, ACKNOWLEDGEMENT_DUE, null, Drafts.HANDLER);
        assertEdges(reference, DeadlineKind.ADMISSIBILITY, ADMISSIBILITY_DUE);

        clock.set(ADMISSIBILITY_DUE.plusNanos(1_000));
        incoming.decideAdmissibility(reference, AdmissibilityDecision.admissible(), ADMISSIBILITY_DUE, Drafts.HANDLER);
        assertEdges(reference, DeadlineKind.RESPONSE, RESPONSE_DUE);
    }

    private void assertEdges(String reference, DeadlineKind kind, Instant dueAt) {
        Instant soon = dueAt.minus(Duration.ofDays(10));
        assertShown(reference, soon.minusNanos(1_000), kind, dueAt, Timeliness.ON_TIME);
        assertShown(reference, soon, kind, dueAt, Timeliness.DUE_SOON);
        assertShown(reference, dueAt, kind, dueAt, Timeliness.DUE_SOON);
        assertShown(reference, dueAt.plusNanos(1_000), kind, dueAt, Timeliness.OVERDUE);
        Instant month = dueAt.plus(Duration.ofDays(30));
        assertShown(reference, month, kind, dueAt, Timeliness.OVERDUE);
        assertShown(reference, month.plusNanos(1_000), kind, dueAt, Timeliness.LONG_OVERDUE);
    }

    private void assertShown(
            String reference, Instant now, DeadlineKind kind, @Nullable Instant dueAt, Timeliness timeliness) {
        clock.set(now);
        RegisterRow row = register.details(reference).row();
        assertThat(row.runningDeadline()).isEqualTo(kind);
        assertThat(row.dueAt()).isEqualTo(dueAt);
        assertThat(row.dueOn()).isEqualTo(dueAt == null ? null : LocalDate.ofInstant(dueAt, ZoneId.of("UTC")));
        assertThat(row.timeliness()).as("at %s", now).isEqualTo(timeliness);
        for (Timeliness each : Timeliness.values()) {
            assertThat(references(new RegisterFilter(null, each, null)).contains(reference))
                    .as("%s at %s", each, now)
                    .isEqualTo(each == timeliness);
        }
        for (DeadlineKind each : DeadlineKind.values()) {
            assertThat(references(showing(each)).contains(reference))
                    .as("%s at %s", each, now)
                    .isEqualTo(each == kind);
        }
        assertThat(register.counts(RegisterFilter.OPEN).byTimeliness().get(timeliness))
                .isEqualTo(references(new RegisterFilter(
                                null, null, timeliness, null, null, null, null, null, null, true, null))
                        .size());
    }

    private static RegisterFilter showing(DeadlineKind kind) {
        return new RegisterFilter(
                null, null, null, null, null, null, null, null, null, true, kind, null, Set.of(), Set.of());
    }

    private List<String> references(RegisterFilter filter) {
        return register.list(filter, 0, 200).items().stream()
                .map(RegisterRow::reference)
                .toList();
    }

    @Test
    void goesOnToWhatIsDueNextWhicheverIsDoneFirst() {
        String reference = received(7, 30, 90);
        incoming.decideAdmissibility(reference, AdmissibilityDecision.admissible(), null, Drafts.HANDLER);
        assertThat(shown(reference)).isEqualTo("ACKNOWLEDGEMENT 2026-02-09");
        commands.acknowledge(reference, null, null, Drafts.HANDLER);
        assertThat(shown(reference)).isEqualTo("RESPONSE 2026-05-03");

        String other = received(7, 30, 90);
        commands.acknowledge(other, null, null, Drafts.HANDLER);
        assertThat(shown(other)).isEqualTo("ADMISSIBILITY 2026-03-04");
        incoming.decideAdmissibility(other, AdmissibilityDecision.admissible(), null, Drafts.HANDLER);
        assertThat(shown(other)).isEqualTo("RESPONSE 2026-05-03");
    }

    @Test
    void showsAShortResponseBeforeTheRest() {
        String first = received(7, 30, 2);
        assertThat(shown(first)).isEqualTo("RESPONSE 2026-02-04");
        commands.acknowledge(first, null, null, Drafts.HANDLER);
        incoming.decideAdmissibility(first, AdmissibilityDecision.admissible(), null, Drafts.HANDLER);
        assertThat(shown(first)).isEqualTo("RESPONSE 2026-02-04");

        String between = received(7, 30, 10);
        commands.acknowledge(between, null, null, Drafts.HANDLER);
        assertThat(shown(between)).isEqualTo("RESPONSE 2026-02-12");
        // more time for the response than for the decision
        commands.extend(
                between, new GrantedExtension("AGREED", null, 60, LimitUnit.CALENDAR_DAYS, null), null, Drafts.HANDLER);
        assertThat(shown(between)).isEqualTo("ADMISSIBILITY 2026-03-04");
    }

    @Test
    void showsNothingMoreOnceTheResponseIsSent() {
        String reference = received(7, 30, 90);
        incoming.decideAdmissibility(
                reference,
                new AdmissibilityDecision(Choice.REFUSED, "IMMUNITY", "No procede", null),
                null,
                Drafts.HANDLER);
        incoming.submitResponse(reference, null, Drafts.HANDLER);
        incoming.clear(reference, true, null, Drafts.MANAGER);
        assertThat(shown(reference)).isEqualTo("ACKNOWLEDGEMENT 2026-02-09");
        incoming.sendResponse(reference, null, null, Drafts.HANDLER);
        assertThat(shown(reference)).isEqualTo("null null");
        assertThat(register.details(reference).row().timeliness()).isEqualTo(Timeliness.NO_DEADLINE);
    }

    @Test
    void countsAtTheSameInstantInTheOrderOfALife() {
        String reference = incoming.receive(Drafts.incoming(), RECEIVED, null, Drafts.HANDLER);
        long id = id(reference);
        open(id, DeadlineKind.RESPONSE, 7);
        open(id, DeadlineKind.ADMISSIBILITY, 7);
        open(id, DeadlineKind.ACKNOWLEDGEMENT, 7);
        assertThat(shown(reference)).isEqualTo("ACKNOWLEDGEMENT 2026-02-09");
        deadlines.stop(id, DeadlineKind.ACKNOWLEDGEMENT, RECEIVED);
        assertThat(shown(reference)).isEqualTo("ADMISSIBILITY 2026-02-09");
        deadlines.stop(id, DeadlineKind.ADMISSIBILITY, RECEIVED);
        assertThat(shown(reference)).isEqualTo("RESPONSE 2026-02-09");
    }

    @Test
    void isPausedOnlyWhenNothingOfOursRuns() {
        String reference = received(7, 30, 90);
        commands.pause(reference, "AGREED", "Convenido", null, null, Drafts.HANDLER);
        assertShown(
                reference,
                ACKNOWLEDGEMENT_DUE.plusNanos(1_000),
                DeadlineKind.ACKNOWLEDGEMENT,
                ACKNOWLEDGEMENT_DUE,
                Timeliness.OVERDUE);
        commands.acknowledge(reference, null, null, Drafts.HANDLER);
        assertShown(reference, clock.instant(), DeadlineKind.RESPONSE, null, Timeliness.PAUSED);
        // entered late: the pause ended at the instant of its beginning
        commands.resume(reference, RECEIVED, null, Drafts.HANDLER);
        assertThat(shown(reference)).isEqualTo("ADMISSIBILITY 2026-03-04");
    }

    @Test
    void showsADecisionThatRunsWhileTheResponseStandsStill() {
        String reference = received(7, 0, 90);
        commands.acknowledge(reference, null, null, Drafts.HANDLER);
        commands.pause(reference, "AGREED", "Convenido", null, null, Drafts.HANDLER);
        assertThat(shown(reference)).isEqualTo("RESPONSE null");
        open(id(reference), DeadlineKind.ADMISSIBILITY, 30);
        assertThat(shown(reference)).isEqualTo("ADMISSIBILITY 2026-03-04");
        assertThat(fitting(reference)).contains(RequestCommand.RESUMPTION);
        deadlines.stop(id(reference), DeadlineKind.ADMISSIBILITY, RECEIVED);
        assertThat(shown(reference)).isEqualTo("RESPONSE null");
    }

    @Test
    void followsEventsThatAreEnteredLate() {
        String reference = received(7, 30, 32);
        clock.set(Instant.parse("2026-03-20T17:00:00Z"));
        assertThat(shown(reference)).isEqualTo("ACKNOWLEDGEMENT 2026-02-09");
        commands.acknowledge(reference, RECEIVED, null, Drafts.HANDLER);
        assertThat(shown(reference)).isEqualTo("ADMISSIBILITY 2026-03-04");
        // both were paused ten days long in February
        commands.pause(
                reference,
                "AGREED",
                "Convenido",
                Instant.parse("2026-02-03T17:00:00Z"),
                Instant.parse("2026-02-13T17:00:00Z"),
                Drafts.HANDLER);
        assertThat(shown(reference)).isEqualTo("ADMISSIBILITY 2026-03-14");
        incoming.decideAdmissibility(
                reference, AdmissibilityDecision.admissible(), Instant.parse("2026-02-20T17:00:00Z"), Drafts.HANDLER);
        assertThat(shown(reference)).isEqualTo("RESPONSE 2026-03-16");
    }

    /** The twin has been acknowledged: what is shown of it is the response, or what stands still. */
    @Test
    void allowsTheSameWhicheverDeadlineIsShown() {
        String reference = received(7, 0, 90);
        String twin = received(7, 0, 90);
        commands.acknowledge(twin, null, null, Drafts.HANDLER);
        List<RequestTurn> course = List.of(
                each -> {},
                each -> commands.pause(each, "AGREED", "Convenido", null, null, Drafts.HANDLER),
                each -> commands.resume(each, null, null, Drafts.HANDLER),
                each -> turns.postpone(each, "IMMUNITY", LocalDate.of(2026, 4, 1), null, null, Drafts.HANDLER),
                each -> turns.postpone(each, "IMMUNITY", LocalDate.of(2026, 4, 2), null, null, Drafts.HANDLER),
                each -> commands.resume(each, null, null, Drafts.HANDLER),
                each -> commands.extend(
                        each,
                        new GrantedExtension("AGREED", null, 5, LimitUnit.CALENDAR_DAYS, null),
                        null,
                        Drafts.HANDLER),
                each -> incoming.decideAdmissibility(
                        each,
                        new AdmissibilityDecision(Choice.INFORMATION_NEEDED, null, "Falta", null),
                        null,
                        Drafts.HANDLER),
                each -> incoming.recordInformation(each, null, null, Drafts.HANDLER),
                each -> incoming.decideAdmissibility(each, AdmissibilityDecision.admissible(), null, Drafts.HANDLER),
                each -> incoming.assignAgency(each, "FGR", null, Drafts.HANDLER));
        for (RequestTurn turn : course) {
            turn.of(reference);
            turn.of(twin);
            assertThat(register.details(reference).row().runningDeadline()).isEqualTo(DeadlineKind.ACKNOWLEDGEMENT);
            assertThat(register.details(twin).row().runningDeadline()).isEqualTo(DeadlineKind.RESPONSE);
            Set<RequestCommand> ofTheTwin = new LinkedHashSet<>(fitting(twin));
            ofTheTwin.add(RequestCommand.ACKNOWLEDGEMENT);
            assertThat(fitting(reference)).containsExactlyInAnyOrderElementsOf(ofTheTwin);
        }
        assertThatThrownBy(() -> commands.resume(reference, null, null, Drafts.HANDLER))
                .isInstanceOf(CommandNotPossible.class);
        assertThat(deadlines
                        .find(id(reference), DeadlineKind.RESPONSE)
                        .orElseThrow()
                        .dueOn())
                .isEqualTo(LocalDate.of(2026, 5, 8));
    }

    private interface RequestTurn {
        void of(String reference);
    }

    @Test
    void doesNotHideTheResponseWeWaitForBehindAnAcknowledgementThatNeverComes() {
        String reference = commands.create(Drafts.routine(), Drafts.HANDLER);
        long id = id(reference);
        commands.submit(reference, Drafts.HANDLER);
        open(id, DeadlineKind.REVIEW, 3);
        assertThat(shown(reference)).isEqualTo("REVIEW 2026-02-05");
        commands.review(reference, true, null, Drafts.REVIEWER);
        commands.dispatch(reference, null, null, Drafts.HANDLER);
        open(id, DeadlineKind.ACKNOWLEDGEMENT, 7);
        open(id, DeadlineKind.RESPONSE, 90);
        assertThat(shown(reference)).isEqualTo("RESPONSE 2026-05-03");
        turns.returnAsDeficient(reference, "Falta el sello", null, Drafts.HANDLER);
        assertThat(shown(reference)).isEqualTo("RESPONSE null");
        assertThat(fitting(reference)).doesNotContain(RequestCommand.SUPPLY).contains(RequestCommand.RESUMPTION);
        open(id, DeadlineKind.SUPPLY, 100);
        assertThat(shown(reference)).isEqualTo("SUPPLY 2026-05-13");
        assertThat(fitting(reference)).contains(RequestCommand.SUPPLY, RequestCommand.RESUMPTION);
        turns.supply(reference, null, null, null, Drafts.HANDLER);
        assertThat(shown(reference)).isEqualTo("RESPONSE 2026-05-03");
        assertThat(fitting(reference)).doesNotContain(RequestCommand.SUPPLY, RequestCommand.RESUMPTION);
    }

    private String shown(String reference) {
        RegisterRow row = register.details(reference).row();
        return row.runningDeadline() + " " + row.dueOn();
    }

    private Set<RequestCommand> fitting(String reference) {
        return register.details(reference).fittingCommands();
    }

    private long id(String reference) {
        return register.details(reference).row().id();
    }

    /** In calendar days; 0: no such deadline. */
    private String received(int acknowledgement, int admissibility, int response) {
        String reference = incoming.receive(Drafts.incoming(), RECEIVED, null, Drafts.HANDLER);
        incoming.register(reference, null, Drafts.HANDLER);
        long id = id(reference);
        open(id, DeadlineKind.RESPONSE, response);
        open(id, DeadlineKind.ACKNOWLEDGEMENT, acknowledgement);
        if (admissibility > 0) {
            open(id, DeadlineKind.ADMISSIBILITY, admissibility);
        }
        return reference;
    }

    private void open(long requestId, DeadlineKind kind, int days) {
        TimeLimit limit = new TimeLimit(
                days,
                LimitUnit.CALENDAR_DAYS,
                RollConvention.NONE,
                List.of(),
                ZoneId.of("America/Havana"),
                LocalTime.of(17, 0),
                null);
        deadlines.open(requestId, kind, DeadlineBasis.INTERNAL_TARGET, limit, "test 1", RECEIVED);
    }
}
