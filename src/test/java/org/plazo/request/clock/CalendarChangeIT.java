package org.plazo.request.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plazo.security.web.WebClient.basic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.calendar.CalendarProposal;
import org.plazo.calendar.CalendarVersions;
import org.plazo.calendar.CalendarsChanged;
import org.plazo.deadline.LimitUnit;
import org.plazo.notification.WaitingDecision;
import org.plazo.request.CalendarChange;
import org.plazo.request.CalendarChanges;
import org.plazo.request.CalendarsNotApplicable;
import org.plazo.request.DeadlineKind;
import org.plazo.request.GrantedExtension;
import org.plazo.request.InvalidInput;
import org.plazo.request.MovedDeadline;
import org.plazo.request.NotPermitted;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.RequestEvent;
import org.plazo.request.Urgency;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.plazo.security.web.WebClient;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.plazo.support.SecretRequests;
import org.plazo.workflow.escalation.Ladder;
import org.plazo.workflow.process.RequestWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A changed calendar moves nothing before somebody puts it in force, and then everything that it moves. Afterwards the
 * delivered calendars are in force again.
 */
@PlazoIT
class CalendarChangeIT {

    private static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN));
    private static final String REASON = "Decreto de prueba";

    /** Lets the transactions of moved deadlines fail, from one on. */
    private static final class Crash implements ApplicationListener<PayloadApplicationEvent<?>> {

        private final AtomicInteger before;

        private Crash(int before) {
            this.before = new AtomicInteger(before);
        }

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<?> event) {
            if (event.getPayload() instanceof RequestEvent.DeadlineMoved && before.getAndDecrement() <= 0) {
                throw new IllegalStateException("killed");
            }
        }
    }

    @Value("${plazo.config-dir}")
    private Path config;

    private final List<String> own = new ArrayList<>();

    @LocalServerPort
    private int port;

    @Autowired
    private RequestWorld world;

    @Autowired
    private SecretRequests secrets;

    @Autowired
    private CalendarChanges changes;

    @Autowired
    private CalendarFollower follower;

    @Autowired
    private CalendarVersions calendars;

    @Autowired
    private List<WaitingDecision> decisions;

    @Autowired
    private RequestDeadlines deadlines;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private Ladder ladder;

    @Autowired
    private ConfigurableApplicationContext application;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void beginWithTheDeliveredCalendars() throws IOException {
        for (String file : List.of("cu.yaml", "us.yaml")) {
            Files.copy(
                    Path.of("config/calendars", file),
                    config.resolve("calendars").resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        if (!change().proposal().isEmpty()) {
            putInForce();
        }
        at("2026-02-02T17:00:00Z");
    }

    @AfterEach
    void everythingExplainsItself() throws IOException {
        follower.run(() -> true);
        assertEveryDateIsExplained();
        assertEveryTimerIsAtItsNextStep();
        beginWithTheDeliveredCalendars();
        assertEveryDateIsExplained();
        assertEveryTimerIsAtItsNextStep();
        clock.reset();
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
    }

    private void close(String calendar, String... days) throws IOException {
        Path file = config.resolve("calendars").resolve(calendar + ".yaml");
        StringBuilder closures = new StringBuilder("closures:\n");
        for (String day : days) {
            closures.append("  - {date: ").append(day).append(", reason: {es: Decreto, en: Decree}}\n");
        }
        Files.writeString(file, Files.readString(file).replaceFirst("closures:\n", closures.toString()));
    }

    private CalendarChange change() {
        return changes.change(0, CalendarChanges.MOST_SHOWN, ADMIN);
    }

    private void putInForce() {
        changes.apply(change().proposal().hash(), REASON, ADMIN);
        follower.run(() -> true);
        assertThat(changes.following()).isFalse();
    }

    private Optional<MovedDeadline> moved(String reference, DeadlineKind kind) {
        List<MovedDeadline> found = new ArrayList<>();
        changes.each(ADMIN, each -> {
            if (each.reference().equals(reference) && each.kind() == kind) {
                found.add(each);
            }
        });
        return found.stream().findFirst();
    }

    private LocalDate due(String reference, DeadlineKind kind) {
        return world.deadline(reference, kind).dueOn();
    }

    private String dispatched() {
        return own(world.dispatched(Urgency.URGENT));
    }

    private String submitted() {
        return own(world.submitted(Urgency.ROUTINE));
    }

    private String own(String reference) {
        own.add(reference);
        return reference;
    }

    private List<RequestDeadline> all() {
        return own.stream()
                .flatMap(reference -> deadlines.of(world.request(reference).id()).stream())
                .toList();
    }

    private void assertEveryDateIsExplained() {
        assertThat(all()).allSatisfy(deadline -> {
            assertThat(deadlines.explain(deadline).dueOn()).isEqualTo(deadline.dueOn());
            assertThat(deadlines.explain(deadline).dueAt()).isEqualTo(deadline.dueAt());
        });
    }

    /** A second live timer fails in the world itself. */
    private void assertEveryTimerIsAtItsNextStep() {
        List<String> references = jdbc.sql("select reference from cooperation_request")
                .query(String.class)
                .list();
        Map<DeadlineKind, String> timers = Map.of(
                DeadlineKind.RESPONSE, "NextResponseStepDue",
                DeadlineKind.ACKNOWLEDGEMENT, "NextAcknowledgementStepDue",
                DeadlineKind.REVIEW, "NextReviewStepDue");
        for (String reference : own) {
            Map<String, Instant> live = world.timers(reference);
            timers.forEach((kind, timer) -> {
                if (live.containsKey(timer)) {
                    assertThat(live.get(timer))
                            .as(reference + " " + kind)
                            .isEqualTo(
                                    ladder.nextStepAt(reference, kind).orElse(Instant.parse("9999-12-31T00:00:00Z")));
                }
            });
            assertThat(live).as(reference).isNotEmpty();
        }
    }

    @Test
    void movesNothingUntilItIsPutInForceAndThenTheTimersToo() throws IOException {
        String before = dispatched();
        assertThat(due(before, DeadlineKind.RESPONSE)).isEqualTo("2026-02-05");
        Map<String, Instant> timers = world.timers(before);
        close("us", "2026-02-04");

        String between = dispatched();
        assertThat(due(between, DeadlineKind.RESPONSE)).isEqualTo("2026-02-05");
        assertEveryDateIsExplained();
        MovedDeadline would = moved(before, DeadlineKind.RESPONSE).orElseThrow();
        assertThat(would.fromDueOn()).isEqualTo("2026-02-05");
        assertThat(would.toDueOn()).isEqualTo("2026-02-06");
        assertThat(would.days()).isEqualTo(1);
        assertThat(would.authority()).isEqualTo("DOJ");

        putInForce();

        assertThat(due(before, DeadlineKind.RESPONSE)).isEqualTo("2026-02-06");
        assertThat(due(between, DeadlineKind.RESPONSE)).isEqualTo("2026-02-06");
        assertThat(world.deadline(before, DeadlineKind.RESPONSE).originalDueOn())
                .isEqualTo("2026-02-05");
        assertThat(world.timers(before).get("NextResponseStepDue")).isAfter(timers.get("NextResponseStepDue"));
        assertThat(world.task(before, "FollowUp").getDueDate())
                .isEqualTo(
                        world.date(world.deadline(before, DeadlineKind.RESPONSE).dueAt()));
        assertThat(jdbc.sql("""
                                select actor || ' ' || from_value || ' ' || to_value || ' ' || reason from ledger_event
                                where request_id = ? and action = 'DEADLINE_MOVED' and subject = 'RESPONSE'""")
                        .param(world.request(before).id())
                        .query(String.class)
                        .list())
                .containsExactly("admin 2026-02-05 2026-02-06 " + REASON);
        String after = dispatched();
        assertThat(due(after, DeadlineKind.RESPONSE)).isEqualTo("2026-02-06");
        assertThat(change().proposal().isEmpty()).isTrue();
    }

    @Test
    void leavesADeadlineThatEndsTheDayBefore() throws IOException {
        String ends = dispatched();
        at("2026-02-03T17:00:00Z");
        String reaches = dispatched();
        assertThat(due(ends, DeadlineKind.RESPONSE)).isEqualTo("2026-02-05");
        assertThat(due(reaches, DeadlineKind.RESPONSE)).isEqualTo("2026-02-06");
        close("cu", "2026-02-06");

        assertThat(moved(ends, DeadlineKind.RESPONSE)).isEmpty();
        assertThat(moved(reaches, DeadlineKind.RESPONSE)).isPresent();
        putInForce();

        assertThat(due(ends, DeadlineKind.RESPONSE)).isEqualTo("2026-02-05");
        assertThat(due(reaches, DeadlineKind.RESPONSE)).isEqualTo("2026-02-09");
        assertThat(world.ledger(ends, "DEADLINE_MOVED")).isZero();
    }

    @Test
    void bringsADeadlineForwardWhenAClosureIsTakenBack() throws IOException {
        close("us", "2026-02-04", "2026-02-05");
        putInForce();
        String reference = dispatched();
        assertThat(due(reference, DeadlineKind.RESPONSE)).isEqualTo("2026-02-09");
        beginWithTheDeliveredCalendars();
        assertThat(due(reference, DeadlineKind.RESPONSE)).isEqualTo("2026-02-05");
    }

    @Test
    void movesOnlyWhatIsCountedByTheCalendar() throws IOException {
        String ours = submitted();
        String theirs = dispatched();
        assertThat(due(ours, DeadlineKind.REVIEW)).isEqualTo("2026-02-09");
        close("us", "2026-02-04");
        assertThat(moved(ours, DeadlineKind.REVIEW)).isEmpty();
        assertThat(moved(theirs, DeadlineKind.RESPONSE)).isPresent();
        putInForce();
        assertThat(due(ours, DeadlineKind.REVIEW)).isEqualTo("2026-02-09");
        close("cu", "2026-02-03");
        putInForce();
        assertThat(due(ours, DeadlineKind.REVIEW)).isEqualTo("2026-02-10");
        assertThat(due(theirs, DeadlineKind.RESPONSE)).isEqualTo("2026-02-09");
    }

    @Test
    void movesARunningDeadlineByAClosureInThePast() throws IOException {
        String reference = dispatched();
        at("2026-02-05T15:00:00Z");
        world.runDueJobs(reference);
        close("cu", "2026-02-03");
        putInForce();
        assertThat(due(reference, DeadlineKind.RESPONSE)).isEqualTo("2026-02-06");
    }

    @Test
    void leavesStoppedDeadlinesWithTheCalendarsOfTheirTime() throws IOException {
        String reference = dispatched();
        commands.acknowledge(reference, null, null, RequestWorld.HANDLER);
        RequestDeadline stopped = world.deadline(reference, DeadlineKind.ACKNOWLEDGEMENT);
        assertThat(stopped.dueOn()).isEqualTo("2026-02-09");
        close("us", "2026-02-09");
        assertThat(moved(reference, DeadlineKind.ACKNOWLEDGEMENT)).isEmpty();
        putInForce();
        assertThat(world.deadline(reference, DeadlineKind.ACKNOWLEDGEMENT)).isEqualTo(stopped);
    }

    @Test
    void movesAPausedDeadlineAndLeavesItsTimerParked() throws IOException {
        String reference = dispatched();
        RequestDeadline running = world.deadline(reference, DeadlineKind.RESPONSE);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into clock_event (deadline_id, type, effective_at, recorded_at, actor)
                            select id, 'PAUSE', started_at, started_at, 'handler' from deadline where id = ?""").param(running.id()).update();
            jdbc.sql("update deadline set state = 'PAUSED' where id = ?")
                    .param(running.id())
                    .update();
        });
        close("us", "2026-02-04");
        assertThat(moved(reference, DeadlineKind.RESPONSE)).isPresent();
        putInForce();
        assertThat(due(reference, DeadlineKind.RESPONSE)).isEqualTo("2026-02-06");
        assertThat(world.timers(reference)).containsEntry("NextResponseStepDue", Instant.parse("9999-12-31T00:00:00Z"));
    }

    @Test
    void movesTheStepsOfALadderAlsoWhereTheDateStays() throws IOException {
        String reference = submitted();
        RequestDeadline review = world.deadline(reference, DeadlineKind.REVIEW);
        at("2026-02-09T23:00:01Z");
        world.runDueJobs(reference);
        Instant step = world.timers(reference).get("NextReviewStepDue");
        assertThat(step).isAfter(review.dueAt());
        LocalDate day = step.atZone(review.limit().zone()).toLocalDate();
        close("cu", day.toString());
        assertThat(moved(reference, DeadlineKind.REVIEW)).isEmpty();

        putInForce();

        assertThat(due(reference, DeadlineKind.REVIEW)).isEqualTo(review.dueOn());
        assertThat(world.timers(reference).get("NextReviewStepDue")).isAfter(step);
        assertThat(world.ledger(reference, "DEADLINE_MOVED")).isZero();
    }

    @Test
    void isPutInForceOnce() throws IOException {
        String hash = change().proposal().hash();
        assertThatThrownBy(() -> changes.apply(hash, REASON, ADMIN))
                .isInstanceOfSatisfying(CalendarsNotApplicable.class, not -> assertThat(not.why())
                        .isEqualTo(CalendarsNotApplicable.Cause.NOTHING_CHANGED));
        dispatched();
        close("us", "2026-02-04");
        String seen = change().proposal().hash();
        int version = changes.apply(seen, REASON, ADMIN);
        assertThat(calendars.current()).isEqualTo(version);
        assertThatThrownBy(() -> changes.apply(seen, REASON, ADMIN)).isInstanceOf(CalendarsChanged.class);
        close("us", "2026-02-06");
        String next = change().proposal().hash();
        assertThatThrownBy(() -> changes.apply(next, REASON, ADMIN))
                .isInstanceOfSatisfying(CalendarsNotApplicable.class, not -> assertThat(not.why())
                        .isEqualTo(CalendarsNotApplicable.Cause.STILL_FOLLOWING));
        assertThat(calendars.current()).isEqualTo(version);
    }

    @Test
    void waitsForAdministratorsUntilItIsPutInForce() throws IOException {
        WaitingDecision waiting = decisions.stream()
                .filter(each -> each.topic() == WaitingDecision.Topic.CALENDARS)
                .findFirst()
                .orElseThrow();
        assertThat(waiting.version()).isEmpty();
        close("us", "2026-02-04");
        assertThat(waiting.version()).contains(change().proposal().hash());
        putInForce();
        assertThat(waiting.version()).isEmpty();
    }

    @Test
    void isRefusedIfTheFileWasChangedSinceItWasSeen() throws IOException {
        int version = calendars.current();
        close("us", "2026-02-04");
        String seen = change().proposal().hash();
        close("us", "2026-02-05");
        assertThatThrownBy(() -> changes.apply(seen, REASON, ADMIN)).isInstanceOf(CalendarsChanged.class);
        String now = change().proposal().hash();
        assertThatThrownBy(() -> changes.apply(now, " ", ADMIN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> changes.apply(now, "x".repeat(1001), ADMIN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> changes.apply(now, REASON, RequestWorld.HANDLER))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> changes.change(0, 1, RequestWorld.HANDLER)).isInstanceOf(NotPermitted.class);
        assertThat(calendars.current()).isEqualTo(version);
    }

    @Test
    void isPutInForceByOneOfTwoNodesAtOnce() throws Exception {
        String reference = dispatched();
        close("us", "2026-02-04");
        String seen = change().proposal().hash();
        int version = calendars.current();
        Callable<Integer> node = () -> {
            try {
                changes.apply(seen, REASON, ADMIN);
                return 1;
            } catch (CalendarsChanged | CalendarsNotApplicable slower) {
                return 0;
            }
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            int applied = 0;
            for (var answer : nodes.invokeAll(List.of(node, node))) {
                applied += answer.get();
            }
            assertThat(applied).isEqualTo(1);
            assertThat(calendars.current()).isEqualTo(version + 1);
            Callable<Integer> following = () -> {
                follower.run(() -> true);
                return 0;
            };
            for (var answer : nodes.invokeAll(List.of(following, following))) {
                answer.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(world.ledger(reference, "DEADLINE_MOVED")).isEqualTo(1);
    }

    /** Every request has its turn with the follower, with a timer that fires and with a person, in no given order. */
    @Test
    void isFollowedWhileTimersFireAndPeopleCommand() throws Exception {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            references.add(dispatched());
        }
        close("us", "2026-02-05");
        changes.apply(change().proposal().hash(), REASON, ADMIN);
        at("2026-02-04T22:00:00Z");
        GrantedExtension day = new GrantedExtension("AGREED", null, 3, LimitUnit.BUSINESS_DAYS, null);
        Callable<Integer> following = () -> {
            while (changes.following()) {
                follower.run(() -> true);
            }
            return 0;
        };
        Callable<Integer> firing = () -> {
            references.forEach(world::runDueJobsAmongOthers);
            return 0;
        };
        Callable<Integer> commanding = () -> {
            references.forEach(each -> commands.extend(each, day, null, RequestWorld.HANDLER));
            return 0;
        };
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (var answer : threads.invokeAll(List.of(following, firing, commanding))) {
                answer.get();
            }
        } finally {
            threads.shutdown();
        }
        // a job that failed in a race is run again after a minute
        at("2026-02-04T22:05:00Z");
        for (String reference : references) {
            world.runDueJobsAmongOthers(reference);
            assertThat(due(reference, DeadlineKind.RESPONSE)).as(reference).isEqualTo("2026-02-11");
            assertThat(world.ledger(reference, "DEADLINE_MOVED"))
                    .as("by the calendar and by the extension")
                    .isEqualTo(2);
            assertThat(world.ledger(reference, "DEADLINE_EXTENDED")).isEqualTo(1);
            assertThat(world.told(reference)).as(reference).doesNotHaveDuplicates();
        }
    }

    @Test
    void goesOnWhereItWasKilled() throws IOException {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            references.add(dispatched());
        }
        close("us", "2026-02-04");
        changes.apply(change().proposal().hash(), REASON, ADMIN);
        Crash crash = new Crash(2);
        application.addApplicationListener(crash);
        try {
            follower.run(() -> true);
        } finally {
            application.removeApplicationListener(crash);
        }
        assertThat(changes.following()).isTrue();
        assertThat(references.stream()
                        .map(each -> due(each, DeadlineKind.RESPONSE).toString()))
                .contains("2026-02-05");
        assertEveryDateIsExplained();
        assertEveryTimerIsAtItsNextStep();

        AtomicInteger turns = new AtomicInteger(3);
        follower.run(() -> turns.getAndDecrement() > 0);
        assertThat(changes.following()).isTrue();
        follower.run(() -> true);
        assertThat(changes.following()).isFalse();
        for (String reference : references) {
            assertThat(due(reference, DeadlineKind.RESPONSE)).isEqualTo("2026-02-06");
            assertThat(world.ledger(reference, "DEADLINE_MOVED")).isEqualTo(1);
        }
    }

    @Test
    void followsLaterIfItWasOpenedMeanwhile() throws IOException {
        String reference = dispatched();
        close("us", "2026-02-04");
        putInForce();
        // as if its transaction had begun before and ended after the others had followed
        jdbc.sql("update deadline set calendar_version = ?, due_on = date '2026-02-05', due_at = ? where id = ?")
                .param(calendars.current() - 1)
                .param(java.time.OffsetDateTime.parse("2026-02-05T22:00:00Z"))
                .param(world.deadline(reference, DeadlineKind.RESPONSE).id())
                .update();
        assertEveryDateIsExplained();
        follower.run(() -> true);
        assertThat(due(reference, DeadlineKind.RESPONSE)).isEqualTo("2026-02-05");
        at("2026-02-02T17:16:00Z");
        follower.run(() -> true);
        assertThat(due(reference, DeadlineKind.RESPONSE)).isEqualTo("2026-02-06");
    }

    @Test
    void isNotPutInForceIfADeadlineHadNoDate() throws IOException {
        dispatched();
        Path file = config.resolve("calendars/cu.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "weeklyClosed: [SATURDAY, SUNDAY]",
                                "weeklyClosed: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY]"));
        CalendarChange change = change();
        assertThat(change.notComputable()).isPositive();
        assertThatThrownBy(() -> changes.apply(change.proposal().hash(), REASON, ADMIN))
                .isInstanceOfSatisfying(CalendarsNotApplicable.class, not -> assertThat(not.why())
                        .isEqualTo(CalendarsNotApplicable.Cause.NOT_COMPUTABLE));
    }

    @Test
    void letsABrokenFileAndALostOneChangeNothing() throws IOException {
        dispatched();
        Files.writeString(config.resolve("calendars/cu.yaml"), "id: [");
        Files.delete(config.resolve("calendars/us.yaml"));
        CalendarProposal proposal = change().proposal();
        assertThat(proposal.files())
                .extracting(CalendarProposal.File::state)
                .containsExactly(CalendarProposal.State.BROKEN, CalendarProposal.State.MISSING);
        assertThat(proposal.files().get(0).problem()).startsWith("cu.yaml: is not YAML");
        assertThat(proposal.isEmpty()).isTrue();
        assertThat(due(dispatched(), DeadlineKind.RESPONSE)).isEqualTo("2026-02-05");
        WebClient admin = WebClient.loggedIn(port, "admin");
        assertThat(admin.get("/calendars").body()).contains("cu.yaml: is not YAML");
    }

    @Test
    void onlyCountsWhatTheAdministratorMayNotKnowOf() throws IOException {
        String open = submitted();
        String hidden =
                own(secrets.submitted("zzcalendario", SecretRequests.CONFIDENTIAL, SecretRequests.COUNTER_TERRORISM));
        close("cu", "2026-02-03");
        CalendarChange change = change();
        assertThat(change.hidden()).isPositive();
        assertThat(moved(open, DeadlineKind.REVIEW)).isPresent();
        assertThat(moved(hidden, DeadlineKind.REVIEW)).isEmpty();
        WebClient admin = WebClient.loggedIn(port, "admin");
        assertThat(admin.get("/calendars").body()).doesNotContain(hidden);
        assertThat(admin.get("/calendars.csv").body()).contains(open).doesNotContain(hidden);
        putInForce();
        assertThat(due(hidden, DeadlineKind.REVIEW)).isEqualTo("2026-02-10");
    }

    @Test
    void isAskedForAndPutInForceOverHttp() throws IOException {
        String reference = dispatched();
        close("us", "2026-02-04");
        WebClient api = WebClient.anonymous(port);
        String[] admin = basic("admin", "admin", "Content-Type", "application/json");
        String hash = change().proposal().hash();
        var change = api.send("GET", "/api/calendars/changes?size=200", null, admin);
        assertThat(change.statusCode()).isEqualTo(200);
        assertThat(change.body())
                .contains("\"hash\":\"" + hash + "\"", "\"pending\":true", "\"newDueOn\":\"2026-02-06\"");
        String path = "/api/calendars/changes/" + hash + "/application";
        assertThat(api.send("GET", "/api/calendars/changes?size=201", null, admin)
                        .statusCode())
                .isEqualTo(400);
        assertThat(api.send("GET", "/api/calendars/changes?page=-1", null, admin)
                        .body())
                .contains("\"field\":\"page\"");
        assertThat(api.send("POST", path, "{}", admin).body()).contains("\"field\":\"reason\"", "\"status\":400");
        assertThat(api.send("POST", path.replace(hash, "0".repeat(64)), "{\"reason\":\"Decreto\"}", admin)
                        .body())
                .contains("\"status\":409", "\"field\":\"hash\"");
        var applied = api.send("POST", path, "{\"reason\":\"Decreto\"}", admin);
        assertThat(applied.statusCode()).isEqualTo(202);
        assertThat(applied.body()).contains("\"version\":" + calendars.current());
        assertThat(api.send("POST", path, "{\"reason\":\"Decreto\"}", admin).statusCode())
                .isEqualTo(409);
        follower.run(() -> true);
        assertThat(due(reference, DeadlineKind.RESPONSE)).isEqualTo("2026-02-06");
    }

    @Test
    void isSeenAndPutInForceOnThePage() throws IOException {
        String reference = dispatched();
        close("us", "2026-02-04");
        WebClient admin = WebClient.loggedIn(port, "admin");
        String page = admin.get("/calendars", "Accept-Language", "en").body();
        assertThat(page).contains("Decree", "+1", "Put in force");
        String token = WebClient.csrfIn(page);
        String hash = change().proposal().hash();
        assertThat(post(admin, token, "hash=" + hash + "&reason=").statusCode()).isEqualTo(400);
        var changed = post(admin, token, "hash=0&reason=Orden+12");
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.body()).contains("Orden 12");
        assertThat(post(admin, token, "hash=" + hash + "&reason=Orden+12").statusCode())
                .isEqualTo(302);
        assertThat(admin.get("/calendars").body()).contains("Orden 12");
        follower.run(() -> true);
        assertThat(due(reference, DeadlineKind.RESPONSE)).isEqualTo("2026-02-06");
    }

    private static java.net.http.HttpResponse<String> post(WebClient browser, String token, String form) {
        return browser.send(
                "POST",
                "/calendars",
                form,
                "X-CSRF-TOKEN",
                token,
                "Accept",
                "text/html,*/*",
                "Content-Type",
                "application/x-www-form-urlencoded");
    }
}
