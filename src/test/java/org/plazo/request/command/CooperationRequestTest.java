package org.plazo.request.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plazo.request.AdmissibilityDecision;
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.CommandNotPossible;
import org.plazo.request.Direction;
import org.plazo.request.Drafts;
import org.plazo.request.InvalidInput;
import org.plazo.request.Lifecycle;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.NewRequest;
import org.plazo.request.Parties;
import org.plazo.request.RequestCommand;
import org.plazo.request.Settlement;
import org.plazo.request.content.History;
import org.plazo.request.content.RequestContent;
import org.plazo.request.parties.PartiesFile;

class CooperationRequestTest {

    private static final Instant NOON = Instant.parse("2026-03-06T17:00:00Z");
    private static final Parties PARTIES = PartiesFile.read(Path.of("config/parties.yaml"), id -> true);

    private static final Map<RequestCommand, Consumer<CooperationRequest>> COMMANDS = commands();

    /** What fits, by state; everything else must be refused. The order is that of the answer. */
    private static final Map<Lifecycle, List<String>> FITTING = Map.ofEntries(
            Map.entry(Lifecycle.DRAFT, List.of("submission", "assignment", "withdrawal")),
            Map.entry(Lifecycle.IN_REVIEW, List.of("review", "assignment", "withdrawal")),
            Map.entry(Lifecycle.IN_CORRECTION, List.of("correction", "assignment", "withdrawal")),
            Map.entry(Lifecycle.APPROVED, List.of("dispatch", "assignment", "withdrawal")),
            Map.entry(
                    Lifecycle.AWAITING_RESPONSE,
                    List.of(
                            "acknowledgement",
                            "interim-reply",
                            "response",
                            "pause",
                            "extension",
                            "promise",
                            "deficiency",
                            "information-request",
                            "postponement",
                            "transfer",
                            "resending",
                            "closure",
                            "assignment",
                            "withdrawal")),
            Map.entry(Lifecycle.IN_ASSESSMENT, List.of("assessment", "closure", "assignment", "withdrawal")),
            Map.entry(Lifecycle.RECEIVED, withUs("registration", "acknowledgement", "interim-reply")),
            Map.entry(Lifecycle.IN_ADMISSIBILITY, withUs("acknowledgement", "interim-reply", "admissibility")),
            Map.entry(Lifecycle.ADMITTED, withUs("acknowledgement", "interim-reply", "agency")),
            Map.entry(Lifecycle.IN_EXECUTION, withUs("acknowledgement", "interim-reply", "agency", "execution")),
            Map.entry(Lifecycle.IN_DRAFTING, withUs("acknowledgement", "interim-reply", "drafting")),
            Map.entry(Lifecycle.IN_CLEARANCE, withUs("acknowledgement", "interim-reply", "clearance")),
            Map.entry(Lifecycle.CLEARED, withUs("acknowledgement", "interim-reply", "response-dispatch")),
            Map.entry(Lifecycle.CLOSED, List.of()),
            Map.entry(Lifecycle.WITHDRAWN, List.of()),
            Map.entry(Lifecycle.TRANSFERRED, List.of()));

    /** What fits to an open request of the other side beside what its state alone allows. */
    private static List<String> withUs(String... ofTheState) {
        return Stream.concat(
                        Stream.of(ofTheState),
                        Stream.of("pause", "extension", "postponement", "assignment", "withdrawal"))
                .toList();
    }

    private static Map<RequestCommand, Consumer<CooperationRequest>> commands() {
        Map<RequestCommand, Consumer<CooperationRequest>> commands = new EnumMap<>(RequestCommand.class);
        commands.put(RequestCommand.SUBMISSION, request -> request.submit(Drafts.HANDLER, NOON));
        commands.put(RequestCommand.REVIEW, request -> request.review(true));
        commands.put(RequestCommand.CORRECTION, request -> request.correct(Drafts.HANDLER));
        commands.put(RequestCommand.DISPATCH, request -> request.dispatch(NOON, null));
        commands.put(RequestCommand.ACKNOWLEDGEMENT, request -> request.acknowledge(NOON, null));
        commands.put(RequestCommand.INTERIM_REPLY, request -> request.recordInterimReply(NOON));
        commands.put(RequestCommand.RESPONSE, request -> request.recordResponse(NOON));
        commands.put(RequestCommand.ASSESSMENT, request -> request.assess(AssessmentOutcome.COMPLETE, NOON));
        commands.put(RequestCommand.CLOSURE, request -> request.closeEarly(NOON));
        commands.put(RequestCommand.ASSIGNMENT, request -> request.assignTo("somebody-else"));
        commands.put(RequestCommand.WITHDRAWAL, request -> request.withdraw(NOON));
        commands.put(RequestCommand.REGISTRATION, CooperationRequest::register);
        commands.put(
                RequestCommand.ADMISSIBILITY,
                request -> request.decideAdmissibility(AdmissibilityDecision.Choice.ADMISSIBLE, NOON));
        commands.put(RequestCommand.INFORMATION, request -> request.endWaitForInformation(NOON));
        commands.put(RequestCommand.AGENCY, request -> request.assignAgency("FGR"));
        commands.put(RequestCommand.EXECUTION, CooperationRequest::executed);
        commands.put(RequestCommand.DRAFTING, CooperationRequest::submitResponse);
        commands.put(RequestCommand.CLEARANCE, request -> request.clear(true));
        commands.put(RequestCommand.RESPONSE_DISPATCH, request -> request.sendResponse(NOON));
        for (RequestCommand ofTheClock : List.of(
                RequestCommand.PAUSE,
                RequestCommand.RESUMPTION,
                RequestCommand.EXTENSION,
                RequestCommand.PROMISE,
                RequestCommand.DEFICIENCY,
                RequestCommand.INFORMATION_REQUEST,
                RequestCommand.SUPPLY,
                RequestCommand.POSTPONEMENT,
                RequestCommand.TRANSFER,
                RequestCommand.RESENDING)) {
            commands.put(ofTheClock, request -> request.requireFits(ofTheClock));
        }
        return commands;
    }

    static Stream<Arguments> everyStateAndCommand() {
        List<Arguments> all = new ArrayList<>();
        for (Lifecycle state : Lifecycle.values()) {
            for (RequestCommand command : RequestCommand.values()) {
                all.add(Arguments.arguments(state, command));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everyStateAndCommand")
    void allowsExactlyWhatFitsTheState(Lifecycle state, RequestCommand command) {
        CooperationRequest request = standingAt(state, null);
        List<String> fitting = FITTING.get(state);
        if (fitting.contains(command.apiName())) {
            COMMANDS.get(command).accept(request);
            return;
        }
        assertThatThrownBy(() -> COMMANDS.get(command).accept(request))
                .isInstanceOfSatisfying(CommandNotPossible.class, refusal -> {
                    assertThat(refusal.lifecycle()).isEqualTo(state);
                    assertThat(refusal.fitting()).containsExactlyElementsOf(fitting);
                });
        assertThat(request.lifecycle()).isEqualTo(state);
    }

    @Test
    void isAcknowledgedOnce() {
        CooperationRequest request = standingAt(Lifecycle.AWAITING_RESPONSE, NOON);
        assertThatThrownBy(() -> request.acknowledge(NOON, null))
                .isInstanceOfSatisfying(CommandNotPossible.class, refusal -> assertThat(refusal.fitting())
                        .containsExactly(
                                "interim-reply",
                                "response",
                                "pause",
                                "extension",
                                "promise",
                                "deficiency",
                                "information-request",
                                "postponement",
                                "transfer",
                                "resending",
                                "closure",
                                "assignment",
                                "withdrawal"));
    }

    @Test
    void isAnsweredNotBeforeItsDispatch() {
        CooperationRequest request = standingAt(Lifecycle.AWAITING_RESPONSE, null);
        assertThatThrownBy(() -> request.recordResponse(NOON.minusNanos(1_000)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, wrong -> assertThat(wrong.field()).isEqualTo("at"));
        request.recordResponse(NOON);
        assertThat(request.lifecycle()).isEqualTo(Lifecycle.IN_ASSESSMENT);
    }

    @Test
    void isAnsweredAgainNotBeforeTheAnswerThatDidNotDo() {
        CooperationRequest request = standingAt(Lifecycle.AWAITING_RESPONSE, null);
        request.recordResponse(NOON.plusSeconds(60));
        request.assess(AssessmentOutcome.PARTIAL, NOON.plusSeconds(120));
        assertThat(request.lifecycle()).isEqualTo(Lifecycle.AWAITING_RESPONSE);
        assertThatThrownBy(() -> request.recordResponse(NOON.plusSeconds(59))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void isDecidedOnlyWhenTheInformationAskedForHasCome() {
        CooperationRequest request = standingAt(Lifecycle.IN_ADMISSIBILITY, null);
        request.decideAdmissibility(AdmissibilityDecision.Choice.INFORMATION_NEEDED, NOON.plusSeconds(60));
        assertThat(request.lifecycle()).isEqualTo(Lifecycle.IN_ADMISSIBILITY);
        assertThatThrownBy(() ->
                        request.decideAdmissibility(AdmissibilityDecision.Choice.ADMISSIBLE, NOON.plusSeconds(60)))
                .isInstanceOfSatisfying(CommandNotPossible.class, refusal -> assertThat(refusal.fitting())
                        .contains("information")
                        .doesNotContain("admissibility"));
        assertThatThrownBy(() -> request.endWaitForInformation(NOON.plusSeconds(59)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, wrong -> assertThat(wrong.field()).isEqualTo("at"));
        request.endWaitForInformation(NOON.plusSeconds(60));
        request.decideAdmissibility(AdmissibilityDecision.Choice.ADMISSIBLE, NOON.plusSeconds(60));
        assertThat(request.lifecycle()).isEqualTo(Lifecycle.ADMITTED);
    }

    @Test
    void isNotDecidedBeforeItsReceipt() {
        for (RequestCommand command : List.of(
                RequestCommand.ACKNOWLEDGEMENT,
                RequestCommand.INTERIM_REPLY,
                RequestCommand.ADMISSIBILITY,
                RequestCommand.RESPONSE_DISPATCH)) {
            Lifecycle state =
                    command == RequestCommand.RESPONSE_DISPATCH ? Lifecycle.CLEARED : Lifecycle.IN_ADMISSIBILITY;
            CooperationRequest request = standingAt(state, null);
            request.receive(NOON.plusNanos(1_000), null);
            assertThatThrownBy(() -> COMMANDS.get(command).accept(request))
                    .as(command.apiName())
                    .isInstanceOfSatisfying(InvalidInput.class, wrong -> assertThat(wrong.problems())
                            .extracting(InvalidInput.Problem::reason)
                            .containsExactly("lies before the receipt (2026-03-06T17:00:00.000001Z)"));
        }
    }

    @Test
    void isDraftedOnceNothingSoughtIsPending() {
        CooperationRequest request = standingAt(Lifecycle.IN_EXECUTION, null);
        request.executed();
        assertThat(request.lifecycle()).isEqualTo(Lifecycle.IN_EXECUTION);
        request.pendingMeasures()
                .forEach(position -> request.settle(position, Settlement.of(MeasureOutcome.NOT_HELD), NOON));
        request.executed();
        assertThat(request.lifecycle()).isEqualTo(Lifecycle.IN_DRAFTING);
    }

    @Test
    void hasNoAgencyBeforeItIsExecuted() {
        CooperationRequest request = standingAt(Lifecycle.ADMITTED, null);
        assertThat(request.assignAgency("FGR")).isNull();
        assertThat(request.lifecycle()).isEqualTo(Lifecycle.IN_EXECUTION);
        assertThat(request.assignAgency("MININT")).isEqualTo("FGR");
    }

    private static CooperationRequest standingAt(Lifecycle state, Instant acknowledgedAt) {
        NewRequest input = Drafts.routine();
        boolean ours = Lifecycle.of(Direction.OUTGOING).contains(state);
        Instant sent = ours ? NOON : null;
        return CooperationRequest.entered(
                        ours ? "CU-OUT-2026-0001" : "CU-IN-2026-0001",
                        ours ? Direction.OUTGOING : Direction.INCOMING,
                        RequestContent.of(input, PARTIES),
                        input.measures(),
                        null,
                        null,
                        1,
                        NOON)
                .imported(
                        "X",
                        new History(
                                ours ? Direction.OUTGOING : Direction.INCOMING,
                                state,
                                sent,
                                sent,
                                null,
                                null,
                                acknowledgedAt,
                                null,
                                null));
    }
}
