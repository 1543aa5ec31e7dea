package org.plazo.workflow.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.plazo.deadline.LimitUnit;
import org.plazo.notification.WaitingDecision;
import org.plazo.request.ClockCourse;
import org.plazo.request.DeadlineKind;
import org.plazo.request.GrantedExtension;
import org.plazo.request.InvalidInput;
import org.plazo.request.NotPermitted;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.RequestEvent;
import org.plazo.request.TurnCommands;
import org.plazo.request.Urgency;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.plazo.support.SecretRequests;
import org.plazo.workflow.ProcessFileStatus;
import org.plazo.workflow.ProcessFiles;
import org.plazo.workflow.deployment.TableFiles.State;
import org.plazo.workflow.escalation.Ladder;
import org.plazo.workflow.process.RequestWorld;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A changed table moves nothing that runs before an administrator says so, and then all of it. Afterwards the delivered
 * tables are in force again.
 */
@PlazoIT
class PolicyChangeIT {

    private static final Actor ADMIN = new Actor("admin", Set.of(Role.ADMIN));
    private static final String REASON = "Acuerdo de la reunión";
    private static final Instant PARKED = Instant.parse("9999-12-31T00:00:00Z");

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

    @Value("${plazo.processes-dir}")
    private Path processes;

    private final List<String> own = new ArrayList<>();

    @Autowired
    private RequestWorld world;

    @Autowired
    private SecretRequests secrets;

    @Autowired
    private PolicyChanges changes;

    @Autowired
    private List<WaitingDecision> decisions;

    @Autowired
    private PolicyFollower follower;

    @Autowired
    private RequestDeadlines deadlines;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private TurnCommands turns;

    @Autowired
    private ProcessFiles files;

    @Autowired
    private Ladder ladder;

    @Autowired
    private ConfigurableApplicationContext application;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void beginWithTheDeliveredTables() throws IOException {
        for (String file : List.of("time-limits.dmn", "escalation-ladder.dmn")) {
            Files.copy(Path.of("processes", file), processes.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        PolicyChange change = change();
        if (change.proposal().isPending() || change.concernsRunning()) {
            applyToRunning();
        }
        at("2026-02-02T17:00:00Z");
    }

    @AfterEach
    void everythingExplainsItself() throws IOException {
        follower.run(() -> true);
        assertEverythingFits();
        beginWithTheDeliveredTables();
        assertEverythingFits();
        clock.reset();
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
    }

    private PolicyChange change() {
        return changes.change(0, PolicyChanges.MOST_SHOWN, ADMIN);
    }

    private PolicyApplication apply(boolean running) {
        return changes.apply(change().proposal().hash(), REASON, running, ADMIN);
    }

    private void applyToRunning() {
        apply(true);
        follower.run(() -> true);
        assertThat(changes.following()).isFalse();
    }

    /** Replaces the text of a rule's entry. */
    private void edit(String table, String entry, String from, String to) throws IOException {
        Path file = processes.resolve(table + ".dmn");
        String before = Files.readString(file);
        String text = "<outputEntry id=\"" + entry + "\">\\s*<text>\\Q" + from + "\\E</text>";
        String after = before.replaceFirst(text, "<outputEntry id=\"" + entry + "\"><text>" + to + "</text>");
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
    }

    private void urgentDays(String from, String to) throws IOException {
        edit("time-limits", "response-urgent-amount", from, to);
    }

    private void startAgain() {
        application.getBean("processFolder", SmartInitializingSingleton.class).afterSingletonsInstantiated();
    }

    private ProcessFileStatus status(String file) {
        return files.statuses().stream()
                .filter(each -> each.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private Optional<ChangedDeadline> changed(String reference, DeadlineKind kind) {
        List<ChangedDeadline> all = new ArrayList<>();
        PolicyChange page = change();
        for (int number = 0; all.size() < page.moved() - page.hidden(); number++) {
            all.addAll(changes.change(number, PolicyChanges.MOST_SHOWN, ADMIN).shown());
        }
        return all.stream()
                .filter(each -> each.request().reference().equals(reference))
                .filter(each -> each.before().kind() == kind)
                .findFirst();
    }

    private RequestDeadline response(String reference) {
        return world.deadline(reference, DeadlineKind.RESPONSE);
    }

    private LocalDate due(String reference) {
        return response(reference).dueOn();
    }

    private String dispatched(Urgency urgency) {
        return own(world.dispatched(urgency));
    }

    private String own(String reference) {
        own.add(reference);
        return reference;
    }

    private List<String> entries(String reference, String action) {
        return jdbc.sql("""
                        select actor || ': ' || from_value || ' to ' || to_value || ', ' || reason from ledger_event
                        where request_id = ? and action = ? and subject = 'RESPONSE' order by id""")
                .param(world.request(reference).id())
                .param(action)
                .query(String.class)
                .list();
    }

    /** Every date is what its explanation says, and every timer stands at the next step. */
    private void assertEverythingFits() {
        Map<DeadlineKind, String> timers = Map.of(
                DeadlineKind.RESPONSE, "NextResponseStepDue",
                DeadlineKind.ACKNOWLEDGEMENT, "NextAcknowledgementStepDue",
                DeadlineKind.REVIEW, "NextReviewStepDue");
        for (String reference : own) {
            assertThat(deadlines.of(world.request(reference).id())).allSatisfy(deadline -> {
                assertThat(deadlines.explain(deadline).dueAt()).isEqualTo(deadline.dueAt());
            });
            Map<String, Instant> live = world.timers(reference);
            timers.forEach((kind, timer) -> {
                if (live.containsKey(timer)) {
                    assertThat(live.get(timer))
                            .as(reference + " " + kind)
                            .isEqualTo(ladder.nextStepAt(reference, kind).orElse(PARKED));
                }
            });
            assertThat(live).as(reference).isNotEmpty();
        }
    }

    @Test
    void waitsAndMovesNothingUntilItIsAppliedAndThenTheTimersAndTasksToo() throws IOException {
        String before = dispatched(Urgency.URGENT);
        String routine = dispatched(Urgency.ROUTINE);
        RequestDeadline stays = response(routine);
        assertThat(due(before)).isEqualTo("2026-02-05");
        Map<String, Instant> timers = world.timers(before);
        urgentDays("3", "5");
        startAgain();

        assertThat(status("time-limits.dmn").state()).isEqualTo(ProcessFileStatus.State.WAITING);
        String between = dispatched(Urgency.URGENT);
        assertThat(due(between)).isEqualTo("2026-02-05");
        ChangedDeadline would = changed(before, DeadlineKind.RESPONSE).orElseThrow();
        assertThat(would.before().dueOn()).isEqualTo("2026-02-05");
        assertThat(would.after().dueOn()).isEqualTo("2026-02-09");
        assertThat(would.days()).isEqualTo(4);
        assertThat(would.stepBefore()).isNotNull();
        assertThat(would.stepBefore().at()).isEqualTo(timers.get("NextResponseStepDue"));
        assertThat(changed(routine, DeadlineKind.RESPONSE)).isEmpty();
        assertThat(changed(before, DeadlineKind.ACKNOWLEDGEMENT)).isEmpty();
        assertThat(due(before)).isEqualTo("2026-02-05");

        applyToRunning();

        assertThat(status("time-limits.dmn").state()).isEqualTo(ProcessFileStatus.State.LOADED);
        assertThat(due(before)).isEqualTo("2026-02-09");
        assertThat(due(between)).isEqualTo("2026-02-09");
        assertThat(response(before).limit().amount()).isEqualTo(5);
        assertThat(response(before).originalDueOn()).isEqualTo("2026-02-05");
        assertThat(response(routine)).isEqualTo(stays);
        assertThat(would.stepAfter()).isNotNull();
        assertThat(world.timers(before).get("NextResponseStepDue"))
                .isEqualTo(would.stepAfter().at());
        assertThat(world.task(before, "FollowUp").getDueDate())
                .isEqualTo(world.date(response(before).dueAt()));
        assertThat(entries(before, "DEADLINE_MOVED")).containsExactly("admin: 2026-02-05 to 2026-02-09, " + REASON);
        assertThat(entries(before, "POLICY_APPLIED"))
                .containsExactly(
                        "admin: " + stays.policy() + " to " + response(before).policy() + ", " + REASON);
        assertThat(entries(routine, "POLICY_APPLIED")).isEmpty();
        assertThat(due(dispatched(Urgency.URGENT))).isEqualTo("2026-02-09");
        assertThat(change().concernsRunning()).isFalse();
    }

    @Test
    void countsForNewOnesOnlyIfThatIsWhatWasDecidedAndCanBeAppliedLater() throws IOException {
        String before = dispatched(Urgency.URGENT);
        urgentDays("3", "5");
        PolicyApplication decided = apply(false);
        follower.run(() -> true);
        assertThat(decided.finishedAt()).isNotNull();
        assertThat(due(before)).isEqualTo("2026-02-05");
        assertThat(response(before).limit().amount()).isEqualTo(3);
        String after = dispatched(Urgency.URGENT);
        assertThat(due(after)).isEqualTo("2026-02-09");
        startAgain();
        assertThat(status("time-limits.dmn").state()).isEqualTo(ProcessFileStatus.State.UNCHANGED);

        assertThat(change().proposal().isPending()).isFalse();
        assertThat(changed(before, DeadlineKind.RESPONSE)).isPresent();
        assertThat(changed(after, DeadlineKind.RESPONSE)).isEmpty();
        assertThatThrownBy(() -> apply(false))
                .isInstanceOfSatisfying(PoliciesNotApplicable.class, not -> assertThat(not.why())
                        .isEqualTo(PoliciesNotApplicable.Cause.NOTHING_CHANGED));
        applyToRunning();
        assertThat(due(before)).isEqualTo("2026-02-09");
        assertThat(world.ledger(after, "POLICY_APPLIED")).isZero();
    }

    @Test
    void takesPausesAndExtensionsOfEachClockIntoAccount() throws IOException {
        String reference = dispatched(Urgency.URGENT);
        commands.extend(
                reference,
                new GrantedExtension("AGREED", null, 2, LimitUnit.BUSINESS_DAYS, null),
                null,
                RequestWorld.HANDLER);
        at("2026-02-04T17:00:00Z");
        commands.pause(
                reference,
                "AGREED",
                "x",
                Instant.parse("2026-02-03T15:00:00Z"),
                Instant.parse("2026-02-04T15:00:00Z"),
                RequestWorld.HANDLER);
        String paused = dispatched(Urgency.URGENT);
        commands.pause(paused, "AGREED", "x", null, null, RequestWorld.HANDLER);
        RequestDeadline before = response(reference);
        urgentDays("3", "5");

        ChangedDeadline would = changed(reference, DeadlineKind.RESPONSE).orElseThrow();
        assertThat(would.days()).isPositive();
        assertThat(changed(paused, DeadlineKind.RESPONSE).orElseThrow().stepAfter())
                .isNull();
        applyToRunning();

        assertThat(due(reference)).isEqualTo(would.after().dueOn()).isAfter(before.dueOn());
        assertThat(deadlines.explained(response(reference)).pauses()).hasSize(1);
        assertThat(deadlines.explained(response(reference)).extensions()).hasSize(1);
        assertThat(world.timers(paused)).containsEntry("NextResponseStepDue", PARKED);
    }

    /** H2 itself counts. */
    @Test
    void asksTheDatabaseNoMoreWhenThereAreMoreDeadlines() throws IOException {
        dispatched(Urgency.URGENT);
        urgentDays("3", "5");
        statementsOfAPreview();
        int few = statementsOfAPreview();
        long moved = change().moved();
        for (int i = 0; i < 12; i++) {
            dispatched(Urgency.URGENT);
        }
        assertThat(statementsOfAPreview() - few).isLessThan(12);
        assertThat(change().moved()).isGreaterThanOrEqualTo(moved + 12);
    }

    private int statementsOfAPreview() {
        jdbc.sql("set query_statistics_max_entries 1000").update();
        jdbc.sql("set query_statistics true").update();
        try {
            change();
            return jdbc.sql("select sum(execution_count) from information_schema.query_statistics")
                    .query(Integer.class)
                    .single();
        } finally {
            jdbc.sql("set query_statistics false").update();
        }
    }

    @Test
    void letsWhatIsAskedOfUsFollowToo() throws IOException {
        String outgoing = dispatched(Urgency.ROUTINE);
        String incoming = own(world.registered(Urgency.ROUTINE, 1));
        RequestDeadline before = response(incoming);
        edit("time-limits", "incoming-response-routine-amount", "90", "45");
        startAgain();
        assertThat(status("time-limits.dmn").state()).isEqualTo(ProcessFileStatus.State.WAITING);
        ChangedDeadline would = changed(incoming, DeadlineKind.RESPONSE).orElseThrow();
        assertThat(would.days()).isNegative();
        assertThat(would.authority()).isEqualTo(would.request().requestingAuthority());
        assertThat(changed(incoming, DeadlineKind.ADMISSIBILITY)).isEmpty();
        assertThat(changed(outgoing, DeadlineKind.RESPONSE)).isEmpty();
        applyToRunning();
        assertThat(due(incoming)).isEqualTo(would.after().dueOn()).isBefore(before.dueOn());
        assertThat(would.stepAfter()).isNotNull();
        assertThat(world.timers(incoming))
                .containsEntry("NextResponseStepDue", would.stepAfter().at());
    }

    @Test
    void countsFromTheLastNewStart() throws IOException {
        String reference = dispatched(Urgency.URGENT);
        at("2026-02-04T17:00:00Z");
        turns.transfer(reference, "DHS", ClockCourse.RESTART, "x", null, RequestWorld.HANDLER);
        assertThat(due(reference)).isEqualTo("2026-02-09");
        urgentDays("3", "5");
        assertThat(changed(reference, DeadlineKind.RESPONSE)
                        .orElseThrow()
                        .after()
                        .dueOn())
                .isEqualTo("2026-02-11");
        applyToRunning();
        assertThat(due(reference)).isEqualTo("2026-02-11");
    }

    @Test
    void letsAShorterLimitTakeTheStepThatIsDueByItOnce() throws IOException {
        String reference = dispatched(Urgency.ROUTINE);
        at("2026-03-20T15:00:00Z");
        world.runDueJobs(reference);
        List<String> told = world.told(reference);
        edit("time-limits", "response-routine-amount", "90", "30");
        ChangedDeadline would = changed(reference, DeadlineKind.RESPONSE).orElseThrow();
        assertThat(would.after().dueOn()).isEqualTo("2026-03-04");
        applyToRunning();
        assertThat(world.told(reference)).isEqualTo(told);
        world.runDueJobs(reference);
        assertThat(world.steps(reference)).contains("RESPONSE.MANAGER", "(RESPONSE.DUE_SOON)", "(RESPONSE.OVERDUE)");
        List<String> after = world.told(reference);
        world.runDueJobs(reference);
        assertThat(world.told(reference)).isEqualTo(after);
    }

    @Test
    void keepsTheLadderOfARunningDeadlineUntilAnotherIsApplied() throws IOException {
        String before = dispatched(Urgency.ROUTINE);
        Instant step = world.timers(before).get("NextResponseStepDue");
        edit("escalation-ladder", "routine-due-soon-amount", "-10", "-5");
        startAgain();
        assertThat(status("escalation-ladder.dmn").state()).isEqualTo(ProcessFileStatus.State.WAITING);
        String between = dispatched(Urgency.ROUTINE);
        assertThat(world.timers(between)).containsEntry("NextResponseStepDue", step);

        ChangedDeadline would = changed(before, DeadlineKind.RESPONSE).orElseThrow();
        assertThat(would.days()).isZero();
        assertThat(would.stepBefore().step()).isEqualTo("DUE_SOON");
        assertThat(would.stepBefore().at()).isEqualTo(step);
        assertThat(would.stepAfter().step()).isEqualTo("DUE_SOON");
        assertThat(would.stepAfter().at()).isAfter(step);

        apply(false);
        follower.run(() -> true);
        assertThat(world.timers(before)).containsEntry("NextResponseStepDue", step);
        assertThat(world.timers(dispatched(Urgency.ROUTINE)))
                .containsEntry("NextResponseStepDue", would.stepAfter().at());
        applyToRunning();
        assertThat(world.timers(before))
                .containsEntry("NextResponseStepDue", would.stepAfter().at());
        assertThat(world.ledger(before, "DEADLINE_MOVED")).isZero();
        assertThat(entries(before, "POLICY_APPLIED")).singleElement().asString().contains("escalation-ladder v");
    }

    @Test
    void tellsNobodyTwiceWhatWasToldWhenALadderIsExchanged() throws IOException {
        String reference = dispatched(Urgency.ROUTINE);
        at("2026-05-20T15:00:00Z");
        world.runDueJobs(reference);
        assertThat(world.steps(reference)).contains("RESPONSE.MANAGER");
        List<String> told = world.told(reference);
        // the same step under another name, and one that was over long ago
        edit("escalation-ladder", "routine-manager-step", "\"MANAGER\"", "\"CHIEF\"");
        edit("escalation-ladder", "routine-due-soon-amount", "-10", "-20");
        ChangedDeadline would = changed(reference, DeadlineKind.RESPONSE).orElse(null);
        assertThat(would).as("nothing that is to come is another step").isNull();
        applyToRunning();
        world.runDueJobs(reference);
        assertThat(world.told(reference)).isEqualTo(told);
        assertThat(world.steps(reference)).contains("(RESPONSE.CHIEF)");
    }

    @Test
    void tellsAgainWhatLiesAheadAgain() throws IOException {
        String reference = dispatched(Urgency.ROUTINE);
        at("2026-05-20T15:00:00Z");
        world.runDueJobs(reference);
        edit("time-limits", "response-routine-amount", "90", "180");
        applyToRunning();
        at("2026-08-20T15:00:00Z");
        world.runDueJobs(reference);
        assertThat(world.told(reference)).anyMatch(each -> each.startsWith("RESPONSE.MANAGER.2"));
    }

    @Test
    void isPublishedAtTheStartIfItMovesNothingThatRuns() throws IOException {
        String reference = dispatched(Urgency.URGENT);
        int version = status("time-limits.dmn").version();
        edit("time-limits", "response-urgent-maxExtensionDays", "15", "20");
        startAgain();
        assertThat(status("time-limits.dmn").state()).isEqualTo(ProcessFileStatus.State.LOADED);
        assertThat(status("time-limits.dmn").version()).isGreaterThan(version);
        assertThat(response(reference).limit().maxExtensionDays()).isEqualTo(15);
        assertThat(response(dispatched(Urgency.URGENT)).limit().maxExtensionDays())
                .isEqualTo(20);
        assertThat(change().unmoved()).isPositive();
        applyToRunning();
        assertThat(response(reference).limit().maxExtensionDays()).isEqualTo(20);
        assertThat(world.ledger(reference, "DEADLINE_MOVED")).isZero();
    }

    /** Which mails it comes to is tried where they are written. */
    @Test
    void waitsForAdministratorsFromTheStartThatFoundItUntilTheyDecide() throws IOException {
        WaitingDecision waiting = decisions.stream()
                .filter(each -> each.topic() == WaitingDecision.Topic.POLICIES)
                .findFirst()
                .orElseThrow();
        dispatched(Urgency.URGENT);
        urgentDays("3", "5");
        assertThat(waiting.version()).isEmpty();
        startAgain();
        assertThat(waiting.version()).contains(change().proposal().hash());
        urgentDays("5", "3");
        assertThat(waiting.version()).as("taken back").isEmpty();
        urgentDays("3", "4");
        assertThat(waiting.version()).contains(change().proposal().hash());
        apply(false);
        assertThat(waiting.version()).isEmpty();
    }

    @Test
    void forgetsAChangeThatIsTakenBackAndShowsTheLaterOfTwo() throws IOException {
        String reference = dispatched(Urgency.URGENT);
        urgentDays("3", "5");
        String first = change().proposal().hash();
        urgentDays("5", "4");
        assertThat(changed(reference, DeadlineKind.RESPONSE)
                        .orElseThrow()
                        .after()
                        .dueOn())
                .isEqualTo("2026-02-06");
        assertThatThrownBy(() -> changes.apply(first, REASON, true, ADMIN)).isInstanceOf(PoliciesChanged.class);
        urgentDays("4", "3");
        assertThat(change().proposal().isPending()).isFalse();
        assertThat(changed(reference, DeadlineKind.RESPONSE)).isEmpty();
        assertThatThrownBy(() -> apply(true)).isInstanceOf(PoliciesNotApplicable.class);
        assertThat(due(reference)).isEqualTo("2026-02-05");
    }

    @Test
    void letsABrokenFileAndALostOneChangeNothing() throws IOException {
        String reference = dispatched(Urgency.URGENT);
        int version = status("time-limits.dmn").version();
        urgentDays("3", "-3");
        Files.delete(processes.resolve("escalation-ladder.dmn"));
        startAgain();
        assertThat(status("time-limits.dmn").state()).isEqualTo(ProcessFileStatus.State.REFUSED);
        assertThat(status("time-limits.dmn").version()).isEqualTo(version);
        PolicyProposal proposal = change().proposal();
        assertThat(proposal.isPending()).isFalse();
        assertThat(proposal.files()).extracting(each -> each.state()).containsExactly(State.BROKEN, State.MISSING);
        assertThat(proposal.files().get(0).problems()).isNotEmpty();
        assertThatThrownBy(() -> apply(true)).isInstanceOf(PoliciesNotApplicable.class);
        assertThat(due(dispatched(Urgency.URGENT))).isEqualTo("2026-02-05");
        assertThat(due(reference)).isEqualTo("2026-02-05");
    }

    @Test
    void isDecidedByOneOfTwoNodesAtOnceAndFollowedOnce() throws Exception {
        String reference = dispatched(Urgency.URGENT);
        urgentDays("3", "5");
        String seen = change().proposal().hash();
        Callable<Integer> node = () -> {
            try {
                changes.apply(seen, REASON, true, ADMIN);
                return 1;
            } catch (PoliciesChanged | PoliciesNotApplicable slower) {
                return 0;
            }
        };
        Callable<Integer> following = () -> {
            follower.run(() -> true);
            return 0;
        };
        int number = changes.latest(1).get(0).number();
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            int applied = 0;
            for (var answer : nodes.invokeAll(List.of(node, node))) {
                applied += answer.get();
            }
            assertThat(applied).isEqualTo(1);
            assertThat(changes.latest(1).get(0).number()).isEqualTo(number + 1);
            for (var answer : nodes.invokeAll(List.of(following, following))) {
                answer.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(due(reference)).isEqualTo("2026-02-09");
        assertThat(world.ledger(reference, "DEADLINE_MOVED")).isEqualTo(1);
    }

    /** Every request has its turn with the follower, with a timer that fires and with a person, in no given order. */
    @Test
    void isFollowedWhileTimersFireAndPeopleCommand() throws Exception {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            references.add(dispatched(Urgency.URGENT));
        }
        urgentDays("3", "5");
        apply(true);
        // the day before the due date of before: somebody is told, if the timer is faster
        at("2026-02-04T22:00:00Z");
        GrantedExtension day = new GrantedExtension("AGREED", null, 1, LimitUnit.CALENDAR_DAYS, null);
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
            assertThat(due(reference)).as(reference).isEqualTo("2026-02-10");
            assertThat(entries(reference, "POLICY_APPLIED")).hasSize(1);
            assertThat(world.ledger(reference, "DEADLINE_EXTENDED")).isEqualTo(1);
            assertThat(world.told(reference)).as(reference).doesNotHaveDuplicates();
        }
    }

    @Test
    void goesOnWhereItWasKilled() throws IOException {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            references.add(dispatched(Urgency.URGENT));
        }
        urgentDays("3", "5");
        apply(true);
        urgentDays("5", "6");
        String next = change().proposal().hash();
        assertThatThrownBy(() -> changes.apply(next, REASON, true, ADMIN))
                .isInstanceOfSatisfying(PoliciesNotApplicable.class, not -> assertThat(not.why())
                        .isEqualTo(PoliciesNotApplicable.Cause.STILL_FOLLOWING));
        urgentDays("6", "5");
        Crash crash = new Crash(1);
        application.addApplicationListener(crash);
        try {
            follower.run(() -> true);
        } finally {
            application.removeApplicationListener(crash);
        }
        assertThat(changes.following()).isTrue();
        assertThat(references.stream().map(each -> due(each).toString())).contains("2026-02-05");
        assertEverythingFits();
        AtomicInteger turns = new AtomicInteger(1);
        follower.run(() -> turns.getAndDecrement() > 0);
        assertThat(changes.following()).isTrue();
        follower.run(() -> true);
        assertThat(changes.following()).isFalse();
        for (String reference : references) {
            assertThat(due(reference)).isEqualTo("2026-02-09");
            assertThat(world.ledger(reference, "DEADLINE_MOVED")).isEqualTo(1);
        }
    }

    @Test
    void leavesStoppedDeadlinesAsTheyWere() throws IOException {
        String reference = dispatched(Urgency.URGENT);
        commands.acknowledge(reference, null, null, RequestWorld.HANDLER);
        RequestDeadline stopped = world.deadline(reference, DeadlineKind.ACKNOWLEDGEMENT);
        edit("time-limits", "acknowledgement-amount", "7", "14");
        assertThat(changed(reference, DeadlineKind.ACKNOWLEDGEMENT)).isEmpty();
        applyToRunning();
        assertThat(world.deadline(reference, DeadlineKind.ACKNOWLEDGEMENT)).isEqualTo(stopped);
    }

    @Test
    void isRefusedWithoutRoleOrReason() throws IOException {
        urgentDays("3", "5");
        String hash = change().proposal().hash();
        assertThatThrownBy(() -> changes.apply(hash, " ", true, ADMIN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> changes.apply(hash, "x".repeat(1001), true, ADMIN))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> changes.apply(hash, REASON, true, RequestWorld.HANDLER))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> changes.change(0, 1, RequestWorld.HANDLER)).isInstanceOf(NotPermitted.class);
        assertThat(change().proposal().isPending()).isTrue();
    }

    @Test
    void onlyCountsWhatTheAdministratorMayNotKnowOf() throws IOException {
        String hidden =
                own(secrets.submitted("zzpolitica", SecretRequests.CONFIDENTIAL, SecretRequests.COUNTER_TERRORISM));
        String open = own(world.submitted(Urgency.ROUTINE));
        edit("time-limits", "review-amount", "5", "6");
        assertThat(change().hidden()).isPositive();
        assertThat(changed(open, DeadlineKind.REVIEW)).isPresent();
        assertThat(changed(hidden, DeadlineKind.REVIEW)).isEmpty();
        LocalDate before = world.deadline(hidden, DeadlineKind.REVIEW).dueOn();
        applyToRunning();
        assertThat(world.deadline(hidden, DeadlineKind.REVIEW).dueOn()).isAfter(before);
    }
}
