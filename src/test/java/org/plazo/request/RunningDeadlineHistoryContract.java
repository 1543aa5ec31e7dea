package org.plazo.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;
import org.plazo.deadline.TimeLimit;
import org.plazo.request.AdmissibilityDecision.Choice;
import org.plazo.support.MovableClock;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever happens to a request, its row says what its deadlines say; on every database. */
abstract class RunningDeadlineHistoryContract {

    private static final Instant START = Instant.parse("2026-02-02T17:00:00Z");
    private static final int HISTORIES = 60;
    private static final int EVENTS = 25;

    private MovableClock clock;
    private RequestCommands commands;
    private IncomingCommands incoming;
    private TurnCommands turns;
    private RequestDeadlines deadlines;
    private RegisterQueries register;
    private JdbcClient jdbc;

    abstract RegisterOn on();

    @BeforeEach
    void setUp() {
        clock = on().get(MovableClock.class);
        commands = on().get(RequestCommands.class);
        incoming = on().get(IncomingCommands.class);
        turns = on().get(TurnCommands.class);
        deadlines = on().get(RequestDeadlines.class);
        register = on().get(RegisterQueries.class);
        jdbc = on().get(JdbcClient.class);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    /** What a row can show. */
    private record Shown(
            @Nullable String kind,
            @Nullable LocalDate dueOn,
            @Nullable Instant dueAt) {

        static final Shown NOTHING = new Shown(null, null, null);
    }

    private record Stored(String kind, String state, LocalDate dueOn, Instant dueAt) {}

    @Test
    void showsTheFirstOfAllThatRun() {
        Map<String, Integer> seen = new HashMap<>();
        int accepted = 0;
        for (int seed = 1; seed <= HISTORIES; seed++) {
            Random random = new Random(seed);
            clock.set(START);
            boolean ours = seed % 4 == 0;
            String reference = ours ? dispatched(random) : received(random);
            for (int event = 0; event < EVENTS; event++) {
                clock.advance(Duration.ofSeconds(random.nextInt(200_000)));
                accepted += accepts(reference, random) ? 1 : 0;
                RegisterRow row = register.details(reference).row();
                String kind = row.runningDeadline() == null
                        ? null
                        : row.runningDeadline().name();
                Shown expected = ours ? counting(stored(row.id())) : dueFirst(stored(row.id()));
                assertThat(new Shown(kind, row.dueOn(), row.dueAt()))
                        .as("seed %s, event %s", seed, event)
                        .isEqualTo(expected);
                boolean paused = stored(row.id()).stream()
                        .anyMatch(each ->
                                each.kind().equals("RESPONSE") && each.state().equals("PAUSED"));
                assertThat(register.details(reference).fittingCommands().contains(RequestCommand.RESUMPTION))
                        .as("seed %s, event %s", seed, event)
                        .isEqualTo(paused);
                seen.merge(row.direction() + " " + kind + (row.dueAt() == null ? " -" : ""), 1, Integer::sum);
            }
        }
        assertThat(accepted).isGreaterThan(HISTORIES * EVENTS / 4);
        assertThat(seen)
                .containsKeys(
                        "INCOMING ACKNOWLEDGEMENT",
                        "INCOMING ADMISSIBILITY",
                        "INCOMING RESPONSE",
                        "INCOMING RESPONSE -",
                        "INCOMING null -",
                        "OUTGOING RESPONSE",
                        "OUTGOING RESPONSE -")
                .doesNotContainKeys("OUTGOING ACKNOWLEDGEMENT", "INCOMING ACKNOWLEDGEMENT -");
    }

    @Test
    void bringsOlderRowsToWhatTheirDeadlinesSay() throws IOException {
        for (int seed = 1; seed <= 12; seed++) {
            Random random = new Random(1_000 + seed);
            clock.set(START);
            String reference = seed % 4 == 0 ? dispatched(random) : received(random);
            for (int event = 0; event < 4; event++) {
                clock.advance(Duration.ofHours(random.nextInt(50)));
                accepts(reference, random);
            }
        }
        List<Map<String, Object>> before = rows();
        // as they were kept before: the response, whatever else ran
        int changed = jdbc.sql("""
                        update cooperation_request
                           set running_kind = 'RESPONSE',
                               running_due_on = (select due_on from deadline where request_id = cooperation_request.id
                                                 and kind = 'RESPONSE' and state = 'RUNNING'),
                               running_due_at = (select due_at from deadline where request_id = cooperation_request.id
                                                 and kind = 'RESPONSE' and state = 'RUNNING')
                         where direction = 'INCOMING'
                           and exists (select 1 from deadline where request_id = cooperation_request.id
                                       and kind = 'RESPONSE' and state <> 'STOPPED')""").update();
        assertThat(changed).isPositive();
        assertThat(rows()).isNotEqualTo(before);
        jdbc.sql(migration()).update();
        assertThat(rows()).isEqualTo(before);
    }

    private static String migration() throws IOException {
        return new PathMatchingResourcePatternResolver()
                .getResources("classpath:db/migration/V*__what_is_due_first.sql")[0]
                .getContentAsString(StandardCharsets.UTF_8)
                .strip()
                .replaceAll(";$", "");
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql("""
                        select id, running_kind, running_due_on, running_due_at, running_promised_at
                        from cooperation_request order by id""").query().listOfRows();
    }

    private List<Stored> stored(long requestId) {
        return jdbc.sql("select kind, state, due_on, due_at from deadline where request_id = ? and state <> 'STOPPED'")
                .param(requestId)
                .query((row, n) -> new Stored(
                        row.getString("kind"),
                        row.getString("state"),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Walks in the order of a request's life and keeps what is strictly earlier. */
    private static Shown dueFirst(List<Stored> unstopped) {
        Stored first = null;
        for (String kind : List.of("REVIEW", "ACKNOWLEDGEMENT", "ADMISSIBILITY", "RESPONSE", "SUPPLY")) {
            for (Stored each : unstopped) {
                boolean runs = each.kind().equals(kind) && each.state().equals("RUNNING");
                if (runs && (first == null || each.dueAt().isBefore(first.dueAt()))) {
                    first = each;
                }
            }
        }
        return first == null ? counting(unstopped) : new Shown(first.kind(), first.dueOn(), first.dueAt());
    }

    private static Shown counting(List<Stored> unstopped) {
        for (String kind : List.of("SUPPLY", "RESPONSE", "ADMISSIBILITY", "REVIEW")) {
            for (Stored each : unstopped) {
                if (each.kind().equals(kind)) {
                    return each.state().equals("PAUSED")
                            ? new Shown(kind, null, null)
                            : new Shown(kind, each.dueOn(), each.dueAt());
                }
            }
        }
        return Shown.NOTHING;
    }

    private boolean accepts(String reference, Random random) {
        Duration past = Duration.between(START, clock.instant());
        Instant at = START.plusMillis((long) (past.toMillis() * random.nextDouble()));
        Instant later =
                at.plusMillis((long) (Duration.between(at, clock.instant()).toMillis() * random.nextDouble()));
        try {
            happen(reference, random, at, later);
            return true;
        } catch (InvalidInput | CommandNotPossible refused) {
            return false;
        }
    }

    private void happen(String reference, Random random, Instant at, Instant later) {
        switch (random.nextInt(14)) {
            case 0, 1 -> commands.pause(reference, "AGREED", "x", at, null, Drafts.HANDLER);
            case 2 -> commands.pause(reference, "AGREED", "x", at, later, Drafts.HANDLER);
            case 3, 4 -> commands.resume(reference, at, null, Drafts.HANDLER);
            case 5 ->
                turns.postpone(
                        reference,
                        "IMMUNITY",
                        LocalDate.of(2026, 2, 1).plusDays(random.nextInt(120)),
                        null,
                        at,
                        Drafts.HANDLER);
            case 6, 7 ->
                commands.extend(
                        reference,
                        new GrantedExtension("AGREED", null, 1 + random.nextInt(30), LimitUnit.CALENDAR_DAYS, null),
                        at,
                        Drafts.HANDLER);
            case 8 -> acknowledgeAtTimes(reference, random, at);
            case 9 -> decide(reference, random, at);
            case 10 -> incoming.recordInformation(reference, at, null, Drafts.HANDLER);
            case 11, 12 -> underAnotherLimit(reference, random);
            default -> endAtTimes(reference, random);
        }
    }

    private void acknowledgeAtTimes(String reference, Random random, Instant at) {
        if (random.nextInt(3) == 0) {
            commands.acknowledge(reference, at, null, Drafts.HANDLER);
        }
    }

    private void decide(String reference, Random random, Instant at) {
        AdmissibilityDecision decision = random.nextBoolean()
                ? AdmissibilityDecision.admissible()
                : new AdmissibilityDecision(Choice.INFORMATION_NEEDED, null, "Falta", null);
        incoming.decideAdmissibility(reference, decision, at, Drafts.HANDLER);
    }

    private void underAnotherLimit(String reference, Random random) {
        List<RequestDeadline> all =
                new ArrayList<>(deadlines.of(register.details(reference).row().id()));
        all.removeIf(each -> each.state() == ClockState.STOPPED);
        if (!all.isEmpty()) {
            deadlines.follow(
                    all.get(random.nextInt(all.size())),
                    new DeadlineTerms(limit(1 + random.nextInt(60)), DeadlineBasis.INTERNAL_TARGET, "test 2"),
                    "admin",
                    "x");
        }
    }

    private void endAtTimes(String reference, Random random) {
        if (random.nextInt(8) == 0) {
            commands.withdraw(reference, "x", Drafts.HANDLER);
        }
    }

    private String received(Random random) {
        String reference = incoming.receive(Drafts.incoming(), START, null, Drafts.HANDLER);
        incoming.register(reference, null, Drafts.HANDLER);
        open(reference, random, DeadlineKind.ACKNOWLEDGEMENT, DeadlineKind.ADMISSIBILITY, DeadlineKind.RESPONSE);
        return reference;
    }

    private String dispatched(Random random) {
        String reference = commands.create(Drafts.routine(), Drafts.HANDLER);
        commands.submit(reference, Drafts.HANDLER);
        commands.review(reference, true, null, Drafts.REVIEWER);
        commands.dispatch(reference, START, null, Drafts.HANDLER);
        open(reference, random, DeadlineKind.ACKNOWLEDGEMENT, DeadlineKind.RESPONSE);
        return reference;
    }

    /** Few different limits, so that several fall due at the same instant. */
    private void open(String reference, Random random, DeadlineKind... kinds) {
        long id = register.details(reference).row().id();
        List<Integer> days = List.of(7, 14, 30);
        for (DeadlineKind kind : kinds) {
            deadlines.open(
                    id,
                    kind,
                    DeadlineBasis.INTERNAL_TARGET,
                    limit(days.get(random.nextInt(days.size()))),
                    "test 1",
                    START);
        }
    }

    private static TimeLimit limit(int days) {
        return new TimeLimit(
                days,
                LimitUnit.CALENDAR_DAYS,
                RollConvention.NONE,
                List.of(),
                ZoneId.of("America/Havana"),
                LocalTime.of(17, 0),
                null);
    }
}
