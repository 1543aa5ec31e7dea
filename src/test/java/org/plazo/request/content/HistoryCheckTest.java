package org.plazo.request.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.request.Direction;
import org.plazo.request.FieldProblems;
import org.plazo.request.Lifecycle;
import org.plazo.request.Parties;
import org.plazo.request.parties.PartiesFile;

class HistoryCheckTest {

    private static final Instant NOW = Instant.parse("2026-03-06T12:00:00Z");
    private static final Parties PARTIES = PartiesFile.read(Path.of("config/parties.yaml"), id -> true);

    /** The dates are days of February 2026 at noon; an empty one is missing. */
    @ParameterizedTest
    @CsvSource({
        "DRAFT,,,,,,''",
        "DRAFT,1,,,,,submittedAt",
        "IN_REVIEW,1,,,,,''",
        "IN_REVIEW,,,,,,submittedAt",
        "IN_REVIEW,1,2,,,,dispatchedAt",
        "IN_CORRECTION,1,,,,,''",
        "APPROVED,1,,,,,''",
        "APPROVED,1,,,,9,closedAt",
        "AWAITING_RESPONSE,,2,,,,''",
        "AWAITING_RESPONSE,1,2,3,,,''",
        "AWAITING_RESPONSE,1,,,,,dispatchedAt",
        "AWAITING_RESPONSE,3,2,,,,dispatchedAt",
        "AWAITING_RESPONSE,1,2,1,,,acknowledgedAt",
        "AWAITING_RESPONSE,1,2,,5,,respondedAt",
        "IN_ASSESSMENT,,2,,2,,''",
        "IN_ASSESSMENT,,2,,1,,respondedAt",
        "IN_ASSESSMENT,,2,,,,respondedAt",
        "CLOSED,,2,,4,5,''",
        "CLOSED,,2,,,5,''",
        "CLOSED,,2,,4,,closedAt",
        "CLOSED,,2,,4,3,closedAt",
        "WITHDRAWN,,,,,5,''",
        "WITHDRAWN,,,,,,closedAt"
    })
    void asksForTheDatesThatFitTheState(
            Lifecycle lifecycle,
            @Nullable Integer submitted,
            @Nullable Integer dispatched,
            @Nullable Integer acknowledged,
            @Nullable Integer responded,
            @Nullable Integer closed,
            String wrong) {
        History history = new History(
                Direction.OUTGOING,
                lifecycle,
                day(submitted),
                day(dispatched),
                null,
                null,
                day(acknowledged),
                day(responded),
                day(closed));
        assertThat(fields(history, null)).containsExactlyElementsOf(wrong.isEmpty() ? List.of() : List.of(wrong));
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIVED,2,,,,''",
        "RECEIVED,,,,,receivedAt",
        "RECEIVED,2,3,,,''",
        "RECEIVED,2,1,,,acknowledgedAt",
        "RECEIVED,2,,,9,closedAt",
        "IN_ADMISSIBILITY,2,,,,''",
        "ADMITTED,2,,,,''",
        "IN_EXECUTION,2,,,,''",
        "IN_EXECUTION,2,,4,,respondedAt",
        "IN_DRAFTING,2,,,,''",
        "IN_CLEARANCE,2,,,,''",
        "CLEARED,2,,,,''",
        "CLOSED,2,,4,5,''",
        "CLOSED,2,,,5,respondedAt",
        "CLOSED,2,,4,,closedAt",
        "CLOSED,2,,1,5,respondedAt",
        "CLOSED,2,,4,3,closedAt",
        "WITHDRAWN,2,,,5,''",
        "WITHDRAWN,2,,,1,closedAt",
        "WITHDRAWN,2,,4,5,respondedAt",
        "TRANSFERRED,2,,,5,''",
        "TRANSFERRED,2,,,,closedAt"
    })
    void asksForTheDatesOfWhatTheOtherSideAsks(
            Lifecycle lifecycle,
            @Nullable Integer received,
            @Nullable Integer acknowledged,
            @Nullable Integer responded,
            @Nullable Integer closed,
            String wrong) {
        History history = new History(
                Direction.INCOMING,
                lifecycle,
                null,
                null,
                day(received),
                null,
                day(acknowledged),
                day(responded),
                day(closed));
        assertThat(fields(history, null)).containsExactlyElementsOf(wrong.isEmpty() ? List.of() : List.of(wrong));
    }

    @Test
    void keepsTheDatesOfTheDirectionsApart() {
        assertThat(fields(
                        new History(Direction.OUTGOING, Lifecycle.DRAFT, null, null, day(1), null, null, null, null),
                        null))
                .containsExactly("receivedAt");
        assertThat(fields(
                        new History(
                                Direction.INCOMING,
                                Lifecycle.RECEIVED,
                                day(1),
                                day(1),
                                day(2),
                                "PIGEON",
                                null,
                                null,
                                null),
                        LocalDate.of(2026, 2, 3)))
                .containsExactly("submittedAt", "dispatchedAt", "channel", "receivedAt");
    }

    @Test
    void takesNothingFromTheFuture() {
        assertThat(fields(dispatched(NOW, null), null)).isEmpty();
        assertThat(fields(dispatched(NOW.plusNanos(1000), null), null)).containsExactly("dispatchedAt");
    }

    @Test
    void takesNoDispatchBeforeTheDateOfThePaper() {
        // 03:00 UTC is still the evening before in Havana
        History history = dispatched(Instant.parse("2026-02-02T03:00:00Z"), "INTERPOL");
        assertThat(fields(history, LocalDate.of(2026, 2, 1))).isEmpty();
        assertThat(fields(history, LocalDate.of(2026, 2, 2))).containsExactly("dispatchedAt");
    }

    @Test
    void knowsTheChannels() {
        assertThat(fields(dispatched(NOW, "PIGEON"), null)).containsExactly("channel");
        assertThat(fields(
                        new History(
                                Direction.OUTGOING, Lifecycle.DRAFT, null, null, null, "INTERPOL", null, null, null),
                        null))
                .containsExactly("channel");
    }

    private static History dispatched(Instant at, @Nullable String channel) {
        return new History(Direction.OUTGOING, Lifecycle.AWAITING_RESPONSE, null, at, null, channel, null, null, null);
    }

    private static List<String> fields(History history, @Nullable LocalDate datedOn) {
        FieldProblems problems = new FieldProblems();
        new HistoryCheck(PARTIES, NOW).check(history, datedOn, problems);
        return problems.all().stream()
                .map(FieldProblems.FieldProblem::field)
                .distinct()
                .toList();
    }

    private static @Nullable Instant day(@Nullable Integer day) {
        return day == null ? null : Instant.parse("2026-02-%02dT12:00:00Z".formatted(day));
    }
}
