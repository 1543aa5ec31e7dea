package org.plazo.notification.outbox;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;
import org.plazo.deadline.TimeLimit;
import org.plazo.notification.NewNotification;
import org.plazo.notification.NotificationSettings;
import org.plazo.notification.WaitingDecision;
import org.plazo.notification.mail.MailChannel;
import org.plazo.notification.mail.MailFixture;
import org.plazo.request.ClockState;
import org.plazo.request.DeadlineBasis;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.Lifecycle;
import org.plazo.request.RequestAccess;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.RequestSummary;
import org.plazo.request.Requests;
import org.plazo.request.Urgency;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.plazo.support.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole outbox on one database, with a register and a user directory of its own: a request has the id, and its
 * deadline ten times the id, of its number.
 */
final class OutboxFixture {

    static final NotificationSettings SETTINGS = new NotificationSettings(
            "plazo@plazo.example",
            "plazo.example",
            Set.of("agency.example"),
            Duration.ofMinutes(15),
            Duration.ofSeconds(10),
            Duration.ofMinutes(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(30),
            Duration.ofHours(72),
            25,
            Duration.ofHours(1));

    final MovableClock clock = new MovableClock();
    final JdbcClient jdbc;
    volatile boolean importRuns;
    final Map<String, UserProfile> users = new ConcurrentHashMap<>();

    /** The version of what waits for administrators, by topic. */
    final Map<WaitingDecision.Topic, String> waiting = new ConcurrentHashMap<>();

    private final Map<Long, RequestSummary> requests = new ConcurrentHashMap<>();
    private final Map<String, Set<Long>> hidden = new ConcurrentHashMap<>();
    private final Map<Long, RequestDeadline> deadlines = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Enqueuing outbox;
    private final DataSource source;

    OutboxFixture(DataSource source) throws Exception {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.outbox = new Enqueuing(jdbc, source, clock);
        clock.set(MailFixture.NOW);
        jdbc.sql("delete from notification").update();
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from mail").update();
        user("handler", MailFixture.SPANISH);
        user("manager", Locale.ENGLISH);
    }

    void user(String id, Locale language) {
        users.put(id, new UserProfile(id, id, id + "@agency.example", language, Set.of()));
    }

    void administrator(String id, Locale language) {
        users.put(id, new UserProfile(id, id, id + "@agency.example", language, Set.of(Role.ADMIN)));
    }

    /** A running request whose response was due at an instant; returns its number. */
    long request(Urgency urgency, boolean restricted, Instant dueAt) {
        long number = numbers.incrementAndGet();
        requests.put(number, summary(number, Lifecycle.AWAITING_RESPONSE, urgency, restricted));
        deadlines.put(number, deadline(number, dueAt, ClockState.RUNNING));
        return number;
    }

    long overdueRequest() {
        return request(Urgency.ROUTINE, false, MailFixture.NOW.minus(Duration.ofDays(3)));
    }

    /** From now on the user may not know of the request; who may is decided by the register, not here. */
    void hide(long number, String user) {
        hidden.computeIfAbsent(user, id -> ConcurrentHashMap.newKeySet()).add(number);
    }

    void close(long number) {
        requests.computeIfPresent(
                number, (id, old) -> summary(number, Lifecycle.CLOSED, old.urgency(), old.restricted()));
    }

    void stopClock(long number) {
        deadlines.computeIfPresent(number, (id, old) -> deadline(number, old.dueAt(), ClockState.STOPPED));
    }

    boolean enqueue(long number, String step, String recipient) {
        return enqueue(number, step, recipient, false);
    }

    /** As an import does it. */
    boolean gather(long number, String step, String recipient) {
        return enqueue(number, step, recipient, true);
    }

    private boolean enqueue(long number, String step, String recipient, boolean gathered) {
        return outbox.enqueue(new NewNotification(
                number,
                number * 10,
                DeadlineKind.RESPONSE,
                1,
                step,
                requests.get(number).urgency(),
                recipient,
                gathered));
    }

    Drain drain(MailChannel channel) {
        return drain(channel, clock);
    }

    Notices notices() {
        List<WaitingDecision> decisions = Arrays.stream(WaitingDecision.Topic.values())
                .<WaitingDecision>map(topic -> new WaitingDecision() {
                    @Override
                    public Topic topic() {
                        return topic;
                    }

                    @Override
                    public Optional<String> version() {
                        return Optional.ofNullable(waiting.get(topic));
                    }
                })
                .toList();
        return new Notices(
                decisions,
                new NoticeRows(jdbc),
                new MailRows(jdbc),
                directory(),
                SETTINGS,
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                clock);
    }

    private Drain drain(MailChannel channel, Clock clock) {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        var notifications = new NotificationRows(jdbc);
        var digests = new DigestMatters(notifications, () -> importRuns);
        var mails = new MailRows(jdbc);
        var openMatters = new OpenMatters(notifications, register(), deadlines(), access());
        return new Drain(
                new Collector(notifications, mails, digests, SETTINGS, transaction, clock),
                new Claims(mails, notifications, digests, SETTINGS, transaction, clock),
                new Composing(openMatters, notices(), directory(), MailFixture.composer(), SETTINGS, clock),
                channel,
                SETTINGS,
                clock);
    }

    /** {@code STATE} or {@code STATE/REASON} of each matter, in the order of its writing. */
    List<String> matters() {
        return jdbc.sql("select state, reason from notification order by id")
                .query((row, i) -> row.getString(1) + (row.getString(2) == null ? "" : "/" + row.getString(2)))
                .list();
    }

    /** {@code STATE/FAILURE/code/attempts} of each mail, in the order of its writing. */
    List<String> mails() {
        return jdbc.sql("select state, failure, last_code, attempts from mail order by id")
                .query((row, i) ->
                        row.getString(1) + "/" + row.getString(2) + "/" + row.getString(3) + "/" + row.getInt(4))
                .list();
    }

    private Requests register() {
        Requests register = mock(Requests.class);
        when(register.findAll(anyCollection())).thenAnswer(call -> {
            Collection<Long> ids = call.getArgument(0);
            return ids.stream().map(requests::get).filter(each -> each != null).toList();
        });
        return register;
    }

    private RequestDeadlines deadlines() {
        RequestDeadlines all = mock(RequestDeadlines.class);
        when(all.findAll(anyCollection())).thenAnswer(call -> {
            Collection<Long> ids = call.getArgument(0);
            return deadlines.values().stream()
                    .filter(each -> ids.contains(each.id()))
                    .toList();
        });
        return all;
    }

    private RequestAccess access() {
        RequestAccess access = mock(RequestAccess.class);
        when(access.readable(anyCollection(), any())).thenAnswer(call -> {
            Collection<Long> ids = call.getArgument(0);
            Set<Long> hidden =
                    this.hidden.getOrDefault(call.<Actor>getArgument(1).userId(), Set.of());
            return ids.stream().filter(id -> !hidden.contains(id)).collect(Collectors.toSet());
        });
        return access;
    }

    private UserDirectory directory() {
        UserDirectory directory = mock(UserDirectory.class);
        when(directory.find(any())).thenAnswer(call -> Optional.ofNullable(users.get(call.<String>getArgument(0))));
        when(directory.inRole(any())).thenAnswer(call -> users.values().stream()
                .filter(user -> user.roles().contains(call.<Role>getArgument(0)))
                .toList());
        return directory;
    }

    private static RequestSummary summary(long number, Lifecycle lifecycle, Urgency urgency, boolean restricted) {
        String reference = String.format(Locale.ROOT, "CU-OUT-2026-%04d", number);
        return new RequestSummary(
                number,
                reference,
                Direction.OUTGOING,
                lifecycle,
                urgency,
                "CYBERCRIME",
                "FGR",
                "DOJ",
                null,
                "handler",
                restricted,
                null,
                null,
                null,
                null,
                1);
    }

    private static RequestDeadline deadline(long number, Instant dueAt, ClockState state) {
        ZoneId zone = ZoneId.of("America/Havana");
        TimeLimit limit =
                new TimeLimit(90, LimitUnit.CALENDAR_DAYS, RollConvention.FOLLOWING, List.of(), zone, null, null);
        var dueOn = dueAt.atZone(zone).toLocalDate();
        return new RequestDeadline(
                number * 10,
                number,
                DeadlineKind.RESPONSE,
                DeadlineBasis.REQUESTED,
                limit,
                "time-limits:1",
                dueAt.minus(Duration.ofDays(90)),
                dueOn,
                dueAt,
                dueOn,
                1,
                state,
                state == ClockState.STOPPED ? dueAt : null,
                null,
                null);
    }
}
