package org.plazo.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.deadline.DueDate;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;
import org.plazo.deadline.TimeLimit;
import org.plazo.request.RequestEvent.DeadlineMoved;
import org.plazo.request.imports.ImportReport;
import org.plazo.request.imports.RegisterImport;
import org.plazo.security.Actor;
import org.plazo.support.MovableClock;
import org.springframework.transaction.support.TransactionTemplate;

/** What the register promises on every database that it runs on. */
abstract class RegisterContract {

    private static final Instant NOW = Instant.parse("2026-03-06T15:00:00Z");
    private static final TimeLimit TEN_DAYS = new TimeLimit(
            10,
            LimitUnit.CALENDAR_DAYS,
            RollConvention.NONE,
            List.of(),
            ZoneId.of("America/New_York"),
            LocalTime.of(17, 0),
            null);

    private MovableClock clock;
    private RequestCommands commands;
    private RequestDeadlines deadlines;
    private RegisterQueries register;

    abstract RegisterOn on();

    @BeforeEach
    void setUp() {
        clock = on().get(MovableClock.class);
        commands = on().get(RequestCommands.class);
        deadlines = on().get(RequestDeadlines.class);
        register = on().get(RegisterQueries.class);
        clock.set(NOW);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void numbersWithoutGapsThoughManyWriteAndSomeFail() throws Exception {
        clock.set(Instant.parse("2031-06-01T12:00:00Z"));
        TransactionTemplate transactions = on().get(TransactionTemplate.class);
        List<Callable<String>> tasks = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            boolean fails = i % 3 == 0;
            tasks.add(() -> transactions.execute(status -> {
                String reference = commands.create(Drafts.routine(), Drafts.HANDLER);
                if (fails) {
                    status.setRollbackOnly();
                }
                return fails ? "" : reference;
            }));
        }
        List<String> kept =
                atOnce(tasks).stream().filter(each -> !each.isEmpty()).sorted().toList();
        assertThat(kept)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 80)
                        .mapToObj("CU-OUT-2031-%04d"::formatted)
                        .toList());
    }

    @Test
    void numbersInTheYearOfTheHomeSide() {
        clock.set(Instant.parse("2033-01-01T04:59:59Z"));
        assertThat(commands.create(Drafts.routine(), Drafts.HANDLER)).startsWith("CU-OUT-2032-");
        clock.set(Instant.parse("2033-01-01T05:00:00Z"));
        assertThat(commands.create(Drafts.routine(), Drafts.HANDLER)).isEqualTo("CU-OUT-2033-0001");
    }

    @Test
    void doesACommandOnceThoughSeveralAskAtOnce() throws Exception {
        String reference = approved();
        List<Callable<String>> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tasks.add(() -> {
                try {
                    commands.dispatch(reference, null, null, Drafts.HANDLER);
                    return "done";
                } catch (CommandNotPossible e) {
                    return e.lifecycle().name();
                }
            });
        }
        assertThat(atOnce(tasks)).containsOnlyOnce("done").contains("AWAITING_RESPONSE");
        assertThat(register.events(reference))
                .filteredOn(event -> event.action() == LedgerAction.DISPATCHED)
                .hasSize(1);
    }

    @Test
    void opensADeadlineOnceThoughSeveralAskAtOnce() throws Exception {
        long id = register.details(approved()).row().id();
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            tasks.add(() -> open(id, DeadlineKind.RESPONSE, NOW).id());
        }
        assertThat(atOnce(tasks).stream().distinct()).hasSize(1);
        assertThat(deadlines.of(id)).hasSize(1);
        assertThat(deadlines.findAll(List.of(deadlines.of(id).get(0).id(), Long.MAX_VALUE)))
                .isEqualTo(deadlines.of(id));
        assertThat(deadlines.findAll(List.of())).isEmpty();
    }

    @Test
    void isOverdueAfterTheDueInstantAndNotAtIt() {
        String reference = awaiting();
        Instant dueAt = Instant.parse("2026-03-16T21:00:00Z");
        assertThat(register.details(reference).row().dueAt()).isEqualTo(dueAt);
        Instant soon = dueAt.minusSeconds(10 * 86_400);
        assertTimeliness(reference, soon.minusNanos(1_000), Timeliness.ON_TIME, Timeliness.DUE_SOON);
        assertTimeliness(reference, soon, Timeliness.DUE_SOON, Timeliness.ON_TIME);
        assertTimeliness(reference, dueAt, Timeliness.DUE_SOON, Timeliness.OVERDUE);
        assertTimeliness(reference, dueAt.plusNanos(1_000), Timeliness.OVERDUE, Timeliness.DUE_SOON);
        Instant month = dueAt.plusSeconds(30 * 86_400);
        assertTimeliness(reference, month, Timeliness.OVERDUE, Timeliness.LONG_OVERDUE);
        assertTimeliness(reference, month.plusNanos(1_000), Timeliness.LONG_OVERDUE, Timeliness.OVERDUE);
    }

    private void assertTimeliness(String reference, Instant now, Timeliness is, Timeliness isNot) {
        clock.set(now);
        assertThat(register.details(reference).row().timeliness()).isEqualTo(is);
        assertThat(references(is)).contains(reference);
        assertThat(references(isNot)).doesNotContain(reference);
        assertThat(register.counts(RegisterFilter.OPEN).byTimeliness().get(is))
                .isEqualTo(
                        register.list(new RegisterFilter(null, is, null), 0, 1).total());
    }

    private List<String> references(Timeliness timeliness) {
        return register
                .list(new RegisterFilter(Lifecycle.AWAITING_RESPONSE, timeliness, "MININT"), 0, 200)
                .items()
                .stream()
                .map(RegisterRow::reference)
                .toList();
    }

    @Test
    void walksAWholeListInTheOrderOfItsPages() {
        for (int i = 0; i < 5; i++) {
            awaiting();
        }
        RegisterFilter filter = new RegisterFilter(null, null, "MININT");
        for (RegisterSort.Key key : RegisterSort.Key.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                RegisterSort sort = new RegisterSort(key, descending);
                List<RegisterRow> walked = new ArrayList<>();
                register.each(filter, sort, walked::add);
                List<RegisterRow> paged = new ArrayList<>();
                for (int page = 0; paged.size() < walked.size(); page++) {
                    paged.addAll(register.list(filter, sort, page, 7).items());
                }
                assertThat(walked).hasSizeGreaterThan(5).isEqualTo(paged);
            }
        }
    }

    @Test
    void countsTheTimeThePaperLayWithUsAsAPause() {
        String reference = awaiting();
        long id = register.details(reference).row().id();
        clock.set(Instant.parse("2026-03-10T15:00:00Z"));
        commands.recordResponse(reference, null, null, Drafts.HANDLER);
        assertThat(register.details(reference).row().dueAt()).isNull();
        assertThat(deadlines.find(id, DeadlineKind.RESPONSE).orElseThrow().stoppedAt())
                .isEqualTo(Instant.parse("2026-03-10T15:00:00Z"));

        clock.set(Instant.parse("2026-03-13T15:00:00Z"));
        commands.assess(reference, AssessmentOutcome.PARTIAL, "Falta", Drafts.HANDLER);
        RequestDeadline restarted = deadlines.find(id, DeadlineKind.RESPONSE).orElseThrow();
        assertThat(restarted.state()).isEqualTo(ClockState.RUNNING);
        assertThat(restarted.dueOn()).isEqualTo(LocalDate.of(2026, 3, 19));
        assertThat(restarted.originalDueOn()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(register.details(reference).row().dueOn()).isEqualTo(LocalDate.of(2026, 3, 19));
        DueDate explained = deadlines.explain(restarted);
        assertThat(explained.dueAt()).isEqualTo(restarted.dueAt());
        assertThat(on().get(RegisterOn.Heard.class).of(DeadlineMoved.class, reference))
                .containsExactly(new DeadlineMoved(
                        id,
                        reference,
                        DeadlineKind.RESPONSE,
                        Instant.parse("2026-03-16T21:00:00Z"),
                        Instant.parse("2026-03-19T21:00:00Z")));
    }

    @Test
    void stopsEveryClockWithAWithdrawal() {
        String reference = awaiting();
        long id = register.details(reference).row().id();
        open(id, DeadlineKind.ACKNOWLEDGEMENT, NOW);
        commands.withdraw(reference, "Ya no", Drafts.HANDLER);
        assertThat(deadlines.of(id)).extracting(RequestDeadline::state).containsOnly(ClockState.STOPPED);
        assertThat(register.details(reference).row().timeliness()).isEqualTo(Timeliness.NO_DEADLINE);
    }

    @Test
    void importsAllOrNothing() {
        RegisterImport imports = on().get(RegisterImport.class);
        String header = "externalId,kind,requestingAuthority,requestedAuthority,legalBasis,crimeArea,label,measures,"
                + "lifecycle,dispatchedAt\n";
        String good = "K-1,INFORMATION,AGR,DHS,MOU_2017,SMUGGLING,x,uno|dos,AWAITING_RESPONSE,2026-01-05\n";
        ImportReport refused = imports.run(
                bytes(header + good + "K-2,?,AGR,DHS,MOU_2017,SMUGGLING,x,y,DRAFT,\n"), false, Actor.SYSTEM);
        assertThat(refused.valid()).isFalse();
        assertThat(imports.run(bytes(header + good), false, Actor.SYSTEM).created())
                .isEqualTo(1);
        assertThat(imports.run(bytes(header + good), false, Actor.SYSTEM).known())
                .isEqualTo(1);
    }

    @Test
    void undoesEverythingWhenAListenerFails() {
        String reference = approved();
        TransactionTemplate transactions = on().get(TransactionTemplate.class);
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    commands.dispatch(reference, null, null, Drafts.HANDLER);
                    throw new IllegalStateException("a listener fails");
                }))
                .hasMessage("a listener fails");
        assertThat(register.details(reference).row().lifecycle()).isEqualTo(Lifecycle.APPROVED);
        assertThat(register.events(reference)).extracting(LedgerEntry::action).doesNotContain(LedgerAction.DISPATCHED);
    }

    private String approved() {
        String reference = commands.create(Drafts.routine(), Drafts.HANDLER);
        commands.submit(reference, Drafts.HANDLER);
        commands.review(reference, true, null, Drafts.REVIEWER);
        return reference;
    }

    private String awaiting() {
        String reference = approved();
        commands.dispatch(reference, null, "INTERPOL", Drafts.HANDLER);
        open(register.details(reference).row().id(), DeadlineKind.RESPONSE, NOW);
        return reference;
    }

    private RequestDeadline open(long requestId, DeadlineKind kind, Instant at) {
        return deadlines.open(requestId, kind, DeadlineBasis.REQUESTED, TEN_DAYS, "test 1", at);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(12);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> task : tasks) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
