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
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.CommandNotPossible;
import org.plazo.request.Direction;
import org.plazo.request.Drafts;
import org.plazo.request.InvalidInput;
import org.plazo.request.Lifecycle;
import org.plazo.request.NewRequest;
import org.plazo.request.Parties;
import org.plazo.request.RequestCommand;
import org.plazo.request.content.History;
import org.plazo.request.content.RequestContent;
import org.plazo.request.parties.PartiesFile;

class CooperationRequestTest {

    private static final Instant NOON = Instant.parse("2026-03-06T17:00:00Z");
    private static final Parties PARTIES = PartiesFile.read(Path.of("config/parties.yaml"), id -> true);

    private static final Map<RequestCommand, Consumer<CooperationRequest>> COMMANDS = commands();

    /** What fits, by state; everything else must be refused. The order is that of the answer. */
    private static final Map<Lifecycle, List<String>> FITTING = Map.of(
            Lifecycle.DRAFT, List.of("submission", "assignment", "withdrawal"),
            Lifecycle.IN_REVIEW, List.of("review", "assignment", "withdrawal"),
            Lifecycle.IN_CORRECTION, List.of("correction", "assignment", "withdrawal"),
            Lifecycle.APPROVED, List.of("dispatch", "assignment", "withdrawal"),
            Lifecycle.AWAITING_RESPONSE,
                    List.of(
                            "acknowledgement",
                            "interim-reply",
                            "response",
                            "pause",
                            "extension",
                            "promise",
                            "closure",
                            "assignment",
                            "withdrawal"),
            Lifecycle.IN_ASSESSMENT, List.of("assessment", "closure", "assignment", "withdrawal"),
            Lifecycle.CLOSED, List.of(),
            Lifecycle.WITHDRAWN, List.of());

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
        for (RequestCommand ofTheClock : List.of(
                RequestCommand.PAUSE, RequestCommand.RESUMPTION, RequestCommand.EXTENSION, RequestCommand.PROMISE)) {
            commands.put(ofTheClock, request -> request.requireClock(ofTheClock));
        }
        return commands;
    }

    static Stream<Arguments> everyStateAndCommand() {
        List<Arguments> all = new ArrayList<>();
        for (Lifecycle state : Lifecycle.of(Direction.OUTGOING)) {
            for (RequestCommand command : COMMANDS.keySet()) {
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

    private static CooperationRequest standingAt(Lifecycle state, Instant acknowledgedAt) {
        NewRequest input = Drafts.routine();
        return CooperationRequest.draft(
                        "CU-OUT-2026-0001", RequestContent.of(input, PARTIES), input.measures(), null, null, 1, NOON)
                .imported("X", new History(state, NOON, NOON, null, acknowledgedAt, null, null));
    }
}
