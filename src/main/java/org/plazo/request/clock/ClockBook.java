package org.plazo.request.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.DueDate;
import org.plazo.deadline.DueDates;
import org.plazo.request.ClockEvent;
import org.plazo.request.CounterpartPromise;
import org.plazo.request.DeadlineTerms;
import org.plazo.request.LedgerAction;
import org.plazo.request.Parties;
import org.plazo.request.Party;
import org.plazo.request.PostponementReview;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestEvent;
import org.plazo.request.ledger.Ledger;
import org.plazo.security.CurrentActor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reads and continues the logs of clocks: every event is stored, and all that follows from the events computed anew. */
@Component
class ClockBook {

    private static final LocalTime REVIEW_TIME = LocalTime.of(9, 0);

    private final DeadlineRows rows;
    private final DueDates dueDates;
    private final Ledger ledger;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Party home;
    private final Clock clock;

    ClockBook(
            DeadlineRows rows,
            DueDates dueDates,
            Ledger ledger,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Parties parties,
            Clock clock) {
        this.rows = rows;
        this.dueDates = dueDates;
        this.ledger = ledger;
        this.currentActor = currentActor;
        this.events = events;
        this.home = parties.home();
        this.clock = clock;
    }

    /** The day that it is on our side. */
    LocalDate today() {
        return clock.instant().atZone(home.zone()).toLocalDate();
    }

    List<ClockEvent> events(RequestDeadline deadline) {
        return rows.events(deadline.id());
    }

    ClockLog log(RequestDeadline deadline) {
        return ClockLog.of(events(deadline), deadline.limit().zone());
    }

    DueDate compute(RequestDeadline deadline, ClockLog log) {
        return compute(deadline, log, deadline.calendarVersion());
    }

    /** The same with other calendars than its own. */
    DueDate compute(RequestDeadline deadline, ClockLog log, int calendarVersion) {
        return dueDates.by(calendarVersion)
                .compute(deadline.limit(), log.countedFrom(), log.pauses(), log.extensions());
    }

    /** Stores an event and returns the deadline as it is afterwards. */
    RequestDeadline append(RequestDeadline deadline, ClockEvent event) {
        rows.append(deadline.id(), event, actor());
        ClockLog log = log(deadline);
        rows.update(deadline.id(), compute(deadline, log), log, promise(deadline, log), review(log));
        rows.updateRunningDueDate(deadline.requestId());
        return rows.latest(deadline.requestId(), deadline.kind()).orElseThrow();
    }

    /** Computes with other calendars and returns the deadline as it is afterwards. */
    RequestDeadline recount(RequestDeadline deadline, int calendarVersion) {
        ClockLog log = log(deadline);
        DueDate due = compute(deadline, log, calendarVersion);
        rows.counted(List.of(deadline.id()), calendarVersion);
        rows.update(deadline.id(), due, log, promise(deadline, log), review(log));
        rows.updateRunningDueDate(deadline.requestId());
        return rows.latest(deadline.requestId(), deadline.kind()).orElseThrow();
    }

    /** Puts a deadline under other terms and returns it as it is afterwards. */
    RequestDeadline follow(String reference, RequestDeadline before, DeadlineTerms terms, String actor, String reason) {
        rows.underTerms(before.id(), terms);
        RequestDeadline changed = rows.latest(before.requestId(), before.kind()).orElseThrow();
        ClockLog log = log(changed);
        rows.update(before.id(), compute(changed, log), log, promise(changed, log), review(log));
        rows.updateRunningDueDate(before.requestId());
        RequestDeadline after = rows.latest(before.requestId(), before.kind()).orElseThrow();
        enter(before, LedgerAction.POLICY_APPLIED, actor, before.policy(), terms.policy(), reason);
        if (before.dueAt().equals(after.dueAt())) {
            tellChanged(reference, after);
        } else {
            enter(
                    before,
                    LedgerAction.DEADLINE_MOVED,
                    actor,
                    before.dueOn().toString(),
                    after.dueOn().toString(),
                    reason);
            events.publishEvent(new RequestEvent.DeadlineMoved(
                    before.requestId(), reference, before.kind(), before.dueAt(), after.dueAt()));
        }
        return after;
    }

    /** A deadline as it would be. */
    static RequestDeadline underTerms(RequestDeadline deadline, DeadlineTerms terms, DueDate due) {
        RequestDeadline changed = new RequestDeadline(
                deadline.id(),
                deadline.requestId(),
                deadline.kind(),
                terms.basis(),
                terms.limit(),
                terms.policy(),
                deadline.startedAt(),
                due.dueOn(),
                due.dueAt(),
                deadline.originalDueOn(),
                deadline.calendarVersion(),
                deadline.state(),
                deadline.stoppedAt(),
                deadline.promise(),
                deadline.review());
        CounterpartPromise promise = deadline.promise();
        return promise == null
                ? changed
                : changed.promised(new CounterpartPromise(promise.on(), endOf(promise.on(), changed), promise.slips()));
    }

    /** When a promised day is over: at the limit's time of day, or with the day. */
    static Instant endOf(LocalDate day, RequestDeadline deadline) {
        LocalTime time =
                Objects.requireNonNullElse(deadline.limit().timeOfDay(), LocalTime.MAX.truncatedTo(ChronoUnit.SECONDS));
        return day.atTime(time).atZone(deadline.limit().zone()).toInstant();
    }

    /** Enters a moved due date and tells whoever follows it; if it has not moved, nothing happens. */
    void tellIfMoved(String reference, RequestDeadline before, RequestDeadline after, Instant at) {
        if (before.dueAt().equals(after.dueAt())) {
            return;
        }
        enter(
                before,
                LedgerAction.DEADLINE_MOVED,
                at,
                before.dueOn().toString(),
                after.dueOn().toString());
        events.publishEvent(new RequestEvent.DeadlineMoved(
                before.requestId(), reference, before.kind(), before.dueAt(), after.dueAt()));
    }

    /** Tells whoever follows a clock that it stands, runs on, or has other next steps. */
    void tellChanged(String reference, RequestDeadline deadline) {
        events.publishEvent(new RequestEvent.ClockChanged(deadline.requestId(), reference, deadline.kind()));
    }

    void enter(RequestDeadline deadline, LedgerAction action, Instant at, @Nullable String from, @Nullable String to) {
        ledger.append(new Ledger.Entry(
                deadline.requestId(), action, actor(), at, deadline.kind().name(), from, to, null));
    }

    /** Enters what an administrator did with many deadlines at once. */
    private void enter(
            RequestDeadline deadline, LedgerAction action, String actor, String from, String to, String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ledger.append(new Ledger.Entry(
                deadline.requestId(), action, actor, now, deadline.kind().name(), from, to, reason));
    }

    String actor() {
        return currentActor.get().userId();
    }

    /** When the handler is told on the day of a review: when the work of that day begins on our side. */
    PostponementReview reviewOn(LocalDate day) {
        return new PostponementReview(
                day, day.atTime(REVIEW_TIME).atZone(home.zone()).toInstant());
    }

    private @Nullable PostponementReview review(ClockLog log) {
        LocalDate on = log.reviewOn();
        return on == null ? null : reviewOn(on);
    }

    private static @Nullable CounterpartPromise promise(RequestDeadline deadline, ClockLog log) {
        LocalDate on = log.promisedOn();
        return on == null ? null : new CounterpartPromise(on, endOf(on, deadline), log.slips());
    }
}
