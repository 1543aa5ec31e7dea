package org.plazo.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.access.AccessClasses;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.plazo.support.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every number that is counted is the length of the list that it stands for, whoever reads, on every database. */
abstract class CountsContract {

    private static final Instant NOW = Instant.parse("2026-03-06T15:00:00Z");
    private static final ZoneId HAVANA = ZoneId.of("America/Havana");
    private static final String GONE = "GONE";
    private static final String OWNER = "an-owner";

    private static final List<Actor> READERS = List.of(
            Actor.SYSTEM,
            new Actor("all", Set.of(Role.MANAGER), Set.of("manager", "confidential", "counterterrorism")),
            new Actor("confidential", Set.of(Role.HANDLER), Set.of("handler", "confidential")),
            new Actor("circle", Set.of(Role.HANDLER), Set.of("handler", "counterterrorism")),
            new Actor("ordinary", Set.of(Role.DELEGATION), Set.of("delegation")),
            new Actor("nobody", Set.of(), Set.of()));

    private RegisterQueries register;
    private JdbcClient jdbc;

    abstract RegisterOn on();

    @BeforeEach
    void fill() {
        on().get(MovableClock.class).set(NOW);
        register = on().get(RegisterQueries.class);
        jdbc = on().get(JdbcClient.class);
        if (register.list(RegisterFilter.ALL, 0, 1).total() == 0) {
            int n = 0;
            for (Instant dispatched : dispatches()) {
                for (Instant due : dues()) {
                    request(n++, dispatched, due);
                }
            }
        }
    }

    @AfterEach
    void reset() {
        on().get(RegisterOn.Reader.class).is(Actor.SYSTEM);
        on().get(MovableClock.class).reset();
    }

    @Test
    void countsWhatTheListsShow() {
        for (Actor reader : READERS) {
            on().get(RegisterOn.Reader.class).is(reader);
            for (Direction direction : new Direction[] {null, Direction.OUTGOING, Direction.INCOMING}) {
                for (Boolean open : new Boolean[] {null, true, false}) {
                    Narrowed base = new Narrowed(direction, open);
                    compare(reader.userId() + " " + base, base);
                }
            }
        }
    }

    @Test
    void countsAtAGlanceWhatTheListsShow() {
        for (Actor reader : READERS) {
            on().get(RegisterOn.Reader.class).is(reader);
            for (Direction direction : new Direction[] {null, Direction.OUTGOING, Direction.INCOMING}) {
                RegisterOverview overview = register.overview(direction, OWNER);
                String who = reader.userId() + " " + direction;
                assertThat(overview.open()).as(who).isEqualTo(register.counts(RegisterFilter.open(direction)));
                overview.own()
                        .forEach((timeliness, count) -> assertThat(length(narrowed(direction, timeliness, OWNER, null)))
                                .as(who + timeliness)
                                .isEqualTo(count));
                overview.owed().forEach((timeliness, count) -> assertThat(
                                length(narrowed(direction, timeliness, null, DeadlineKind.SUPPLY)))
                        .as(who + timeliness)
                        .isEqualTo(count));
            }
        }
        on().get(RegisterOn.Reader.class).is(Actor.SYSTEM);
        RegisterOverview overview = register.overview(null, OWNER);
        assertThat(overview.own()).containsOnlyKeys(Timeliness.values());
        assertThat(overview.own().values()).allMatch(count -> count > 0);
        assertThat(overview.owed().get(Timeliness.PAUSED)).isPositive();
        assertThat(overview.owed().get(Timeliness.OVERDUE)).isPositive();
        assertThat(register.overview(null, "somebody-else").own().values()).allMatch(count -> count == 0);
    }

    private static RegisterFilter narrowed(
            @Nullable Direction direction,
            Timeliness timeliness,
            @Nullable String handler,
            @Nullable DeadlineKind deadline) {
        return new RegisterFilter(
                direction,
                null,
                timeliness,
                null,
                null,
                null,
                handler,
                null,
                null,
                true,
                deadline,
                null,
                Set.of(),
                Set.of());
    }

    @Test
    void countsOnlyWhatTheReaderMaySee() {
        long all = counted(READERS.get(0));
        assertThat(counted(READERS.get(1))).isEqualTo(all);
        assertThat(counted(READERS.get(2))).isBetween(1L, all - 1);
        assertThat(counted(READERS.get(3))).isBetween(1L, all - 1);
        assertThat(counted(READERS.get(4))).isBetween(1L, counted(READERS.get(3)) - 1);
        assertThat(counted(READERS.get(5))).isZero();
    }

    @Test
    void countsAgesFromDispatchOrReceipt() {
        for (Direction direction : Direction.values()) {
            RegisterFilter unsent = new RegisterFilter(
                    direction, null, null, null, null, null, null, AgeClass.NOT_DISPATCHED, null, null, null);
            assertThat(register.list(unsent, 0, 1000).items())
                    .isNotEmpty()
                    .allMatch(row -> row.since() == null && row.direction() == direction);
            RegisterFilter oldest =
                    new RegisterFilter(direction, null, null, null, null, null, null, AgeClass.OLDER, null, null, null);
            Instant yearAgo = LocalDate.of(2025, 3, 6).atStartOfDay(HAVANA).toInstant();
            assertThat(register.list(oldest, 0, 1000).items())
                    .isNotEmpty()
                    .allMatch(row -> row.since() != null && row.since().isBefore(yearAgo));
        }
    }

    @Test
    void countsEveryKindSomewhere() {
        RegisterCounts counts = register.counts(RegisterFilter.ALL);
        assertThat(counts.byAge().values()).allMatch(count -> count > 0);
        assertThat(counts.byTimeliness().values()).allMatch(count -> count > 0);
        assertThat(counts.byCounterpart()).containsOnlyKeys("DHS", "DOJ", "DOS", GONE);
        assertThat(List.copyOf(counts.byCounterpart().values())).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(counts.byCrimeArea()).containsOnlyKeys("DRUGS", "CYBERCRIME", GONE);
    }

    /** What narrows every list that is compared with a number. */
    private record Narrowed(
            @Nullable Direction direction, @Nullable Boolean open) {

        RegisterFilter filter() {
            return by(null, null, null, null);
        }

        RegisterFilter by(
                @Nullable AgeClass age,
                @Nullable String authority,
                @Nullable String area,
                @Nullable Timeliness timeliness) {
            return new RegisterFilter(direction, null, timeliness, authority, area, null, null, age, null, open, null);
        }

        RegisterFilter except(Set<String> authorities, Set<String> areas) {
            return new RegisterFilter(
                    direction, null, null, null, null, null, null, null, null, open, null, null, authorities, areas);
        }
    }

    private void compare(String who, Narrowed base) {
        RegisterCounts counts = register.counts(base.filter());
        assertThat(counts.total()).as(who).isEqualTo(length(base.filter()));
        register.byLifecycle(base.filter()).forEach((lifecycle, count) -> assertThat(length(new RegisterFilter(
                        base.direction(), lifecycle, null, null, null, null, null, null, null, base.open(), null)))
                .as(who + lifecycle)
                .isEqualTo(count));
        List.of(counts.byAge(), counts.byCounterpart(), counts.byCrimeArea(), counts.byTimeliness())
                .forEach(grouping -> assertThat(grouping.values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .as(who)
                        .isEqualTo(counts.total()));
        counts.byAge().forEach((age, count) -> assertThat(length(base.by(age, null, null, null)))
                .as(who + age)
                .isEqualTo(count));
        counts.byTimeliness().forEach((timeliness, count) -> assertThat(length(base.by(null, null, null, timeliness)))
                .as(who + timeliness)
                .isEqualTo(count));
        counts.byCounterpart().forEach((code, count) -> assertThat(length(base.by(null, code, null, null)))
                .as(who + code)
                .isEqualTo(count));
        counts.byCrimeArea().forEach((code, count) -> assertThat(length(base.by(null, null, code, null)))
                .as(who + code)
                .isEqualTo(count));
        assertThat(length(base.except(Set.of("DHS", "DOJ"), Set.of())))
                .as(who)
                .isEqualTo(without(counts.byCounterpart(), Set.of("DHS", "DOJ")));
        assertThat(length(base.except(Set.of(), Set.of("DRUGS"))))
                .as(who)
                .isEqualTo(without(counts.byCrimeArea(), Set.of("DRUGS")));
    }

    private static long without(Map<String, Long> counts, Set<String> codes) {
        return counts.entrySet().stream()
                .filter(each -> !codes.contains(each.getKey()))
                .collect(Collectors.summingLong(Map.Entry::getValue));
    }

    private long length(RegisterFilter filter) {
        RegisterPage page = register.list(filter, 0, 1000);
        assertThat(page.items()).hasSize((int) page.total());
        return page.total();
    }

    private long counted(Actor reader) {
        on().get(RegisterOn.Reader.class).is(reader);
        return register.counts(RegisterFilter.ALL).total();
    }

    /** Both sides of every midnight at which an age class begins; the clock changes on 8 March 2026 in Havana. */
    private static List<@Nullable Instant> dispatches() {
        List<@Nullable Instant> dispatches = new ArrayList<>();
        dispatches.add(null);
        dispatches.add(NOW);
        LocalDate today = LocalDate.of(2026, 3, 6);
        for (int days : new int[] {30, 90, 180, 365}) {
            Instant midnight = today.minusDays(days).atStartOfDay(HAVANA).toInstant();
            dispatches.add(midnight);
            dispatches.add(midnight.minusSeconds(1));
        }
        return dispatches;
    }

    /** Both sides of every instant at which the timeliness changes. */
    private static List<@Nullable Instant> dues() {
        List<@Nullable Instant> dues = new ArrayList<>();
        dues.add(null);
        for (Instant edge : List.of(NOW, NOW.plus(Duration.ofDays(10)), NOW.minus(Duration.ofDays(30)))) {
            dues.add(edge.minusSeconds(1));
            dues.add(edge);
            dues.add(edge.plusSeconds(1));
        }
        return dues;
    }

    /** @param since when it was dispatched or received */
    private void request(int n, @Nullable Instant since, @Nullable Instant due) {
        String reference = on().get(RequestCommands.class).create(Drafts.routine(), Drafts.HANDLER);
        AccessClasses classes = on().get(AccessClasses.class);
        int accessClass =
                switch (n % 5) {
                    case 0 -> classes.idOf("CONFIDENTIAL", List.of());
                    case 1 -> classes.idOf("ORDINARY", List.of("COUNTER_TERRORISM"));
                    case 2 -> classes.idOf("LIMITED", List.of());
                    default -> classes.idOf("ORDINARY", List.of());
                };
        boolean incoming = n % 3 == 0;
        String counterpart =
                List.of("DHS", "DOJ", "DOS", GONE, "DHS", "DHS", "DOJ").get(n % 7);
        jdbc.sql("""
                        update cooperation_request
                           set access_class = ?, direction = ?, requesting_authority = ?, requested_authority = ?,
                               crime_area = ?, handler = ?, lifecycle = ?, dispatched_at = ?, received_at = ?, running_kind = ?,
                               running_due_at = ?, running_promised_at = ?
                         where reference = ?""")
                .param(accessClass)
                .param(incoming ? "INCOMING" : "OUTGOING")
                .param(incoming ? counterpart : "FGR")
                .param(incoming ? "FGR" : counterpart)
                .param(List.of("DRUGS", "CYBERCRIME", "DRUGS", GONE).get(n % 4))
                .param(n / 20 % 2 == 0 ? OWNER : Drafts.HANDLER.userId())
                .param(
                        n % 11 == 0
                                ? (incoming ? "TRANSFERRED" : "CLOSED")
                                : (incoming ? "IN_EXECUTION" : "AWAITING_RESPONSE"))
                .param(incoming || since == null ? null : since.atOffset(ZoneOffset.UTC))
                .param(!incoming || since == null ? null : since.atOffset(ZoneOffset.UTC))
                .param(due == null && n / 10 % 2 == 0 ? null : n % 7 == 1 ? "SUPPLY" : "RESPONSE")
                .param(due == null ? null : due.atOffset(ZoneOffset.UTC))
                .param(
                        due == null || n % 4 == 0
                                ? null
                                : NOW.plusSeconds(n % 4 == 1 ? -1 : n % 4 - 2).atOffset(ZoneOffset.UTC))
                .param(reference)
                .update();
    }
}
