package org.plazo.request.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.plazo.calendar.CalendarVersions;
import org.plazo.deadline.DueDate;
import org.plazo.deadline.DueDates;
import org.plazo.deadline.TimeLimit;
import org.plazo.request.ClockEvent;
import org.plazo.request.ClockState;
import org.plazo.request.DeadlineBasis;
import org.plazo.request.DeadlineKind;
import org.plazo.request.DeadlineTerms;
import org.plazo.request.ExplainedDeadline;
import org.plazo.request.LedgerAction;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.UnstoppedDeadline;
import org.plazo.request.rows.RequestLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the deadlines: each change is a clock event, and the date is computed anew from all of them. */
@Component
@Transactional
class RegisterDeadlines implements RequestDeadlines {

    private final RequestLock lock;
    private final DeadlineRows rows;
    private final DueDates dueDates;
    private final CalendarVersions calendars;
    private final ClockBook book;
    private final DeadlineSweep sweep;

    RegisterDeadlines(
            RequestLock lock,
            DeadlineRows rows,
            DueDates dueDates,
            CalendarVersions calendars,
            ClockBook book,
            DeadlineSweep sweep) {
        this.sweep = sweep;
        this.lock = lock;
        this.rows = rows;
        this.dueDates = dueDates;
        this.calendars = calendars;
        this.book = book;
    }

    @Override
    public RequestDeadline open(
            long requestId, DeadlineKind kind, DeadlineBasis basis, TimeLimit limit, String policy, Instant startedAt) {
        lock.lock(requestId);
        List<RequestDeadline> ofKind =
                rows.of(requestId).stream().filter(each -> each.kind() == kind).toList();
        Optional<RequestDeadline> unstopped = ofKind.stream()
                .filter(each -> each.state() != ClockState.STOPPED)
                .findFirst();
        if (unstopped.isPresent()) {
            return unstopped.get();
        }
        Instant start = startedAt.truncatedTo(ChronoUnit.MICROS);
        int calendarVersion = calendars.current();
        DueDate due = dueDates.by(calendarVersion).compute(limit, start);
        long id = rows.insert(requestId, kind, ofKind.size() + 1, basis, policy, limit, start, due, calendarVersion);
        rows.append(id, ClockEvent.at(ClockEvent.Type.START, start), book.actor());
        rows.updateRunningDueDate(requestId);
        RequestDeadline opened = rows.latest(requestId, kind).orElseThrow();
        book.enter(
                opened, LedgerAction.DEADLINE_OPENED, start, null, due.dueOn().toString());
        return opened;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RequestDeadline> find(long requestId, DeadlineKind kind) {
        return rows.latest(requestId, kind);
    }

    @Override
    @Transactional(readOnly = true)
    public List<RequestDeadline> of(long requestId) {
        return rows.of(requestId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<RequestDeadline> findAll(Collection<Long> deadlineIds) {
        return rows.findAll(deadlineIds);
    }

    @Override
    @Transactional(readOnly = true)
    public DueDate explain(RequestDeadline deadline) {
        return book.compute(deadline, book.log(deadline));
    }

    @Override
    @Transactional(readOnly = true)
    public ExplainedDeadline explained(RequestDeadline deadline) {
        List<ClockEvent> events = book.events(deadline);
        ClockLog log = ClockLog.of(events, deadline.limit().zone());
        return new ExplainedDeadline(
                deadline,
                book.compute(deadline, log),
                log.countedFrom(),
                events,
                log.pauses(),
                log.extensions(),
                log.stoodStillFrom());
    }

    @Override
    public void unstopped(Consumer<List<UnstoppedDeadline>> taker) {
        sweep.all(some -> taker.accept(some.stream().map(Swept::unstopped).toList()));
    }

    @Override
    public Optional<UnstoppedDeadline> lock(long requestId, long deadlineId) {
        lock.lock(requestId);
        return rows.findAll(List.of(deadlineId)).stream()
                .filter(deadline -> deadline.state() != ClockState.STOPPED)
                .map(deadline -> {
                    ClockLog log = book.log(deadline);
                    return new UnstoppedDeadline(deadline, log.countedFrom(), log.pauses(), log.extensions());
                })
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public RequestDeadline underTerms(UnstoppedDeadline deadline, DeadlineTerms terms) {
        return ClockBook.underTerms(
                deadline.deadline(),
                terms,
                dueDates.by(deadline.deadline().calendarVersion())
                        .compute(terms.limit(), deadline.countedFrom(), deadline.pauses(), deadline.extensions()));
    }

    @Override
    public RequestDeadline follow(RequestDeadline deadline, DeadlineTerms terms, String actor, String reason) {
        String reference = lock.lock(deadline.requestId());
        return book.follow(reference, deadline, terms, actor, reason);
    }

    @Override
    public void stop(long requestId, DeadlineKind kind, Instant at) {
        lock.lock(requestId);
        rows.latest(requestId, kind)
                .filter(each -> each.state() != ClockState.STOPPED)
                .ifPresent(each -> {
                    ClockEvent stop = ClockEvent.at(ClockEvent.Type.STOP, running(each, at));
                    RequestDeadline stopped = book.append(each, stop);
                    book.enter(stopped, LedgerAction.DEADLINE_STOPPED, stop.effectiveAt(), null, null);
                    if (!stopped.dueAt().equals(each.dueAt())) {
                        // a pause that had been entered lies behind the stop
                        book.enter(
                                stopped,
                                LedgerAction.DEADLINE_MOVED,
                                stop.effectiveAt(),
                                each.dueOn().toString(),
                                stopped.dueOn().toString());
                    }
                });
    }

    @Override
    public void restart(long requestId, DeadlineKind kind, Instant at) {
        String reference = lock.lock(requestId);
        rows.latest(requestId, kind)
                .filter(each -> each.state() == ClockState.STOPPED)
                .ifPresent(each -> {
                    Instant effective = effective(each, at);
                    RequestDeadline restarted = book.append(each, ClockEvent.at(ClockEvent.Type.RESTART, effective));
                    book.enter(
                            restarted,
                            LedgerAction.DEADLINE_RESTARTED,
                            effective,
                            null,
                            restarted.dueOn().toString());
                    book.tellIfMoved(reference, each, restarted, effective);
                });
    }

    /** No clock stops before it ran; but it may have been stopped before a pause that somebody entered. */
    private Instant running(RequestDeadline deadline, Instant at) {
        Instant since = book.log(deadline).runsSince();
        Instant wanted = at.truncatedTo(ChronoUnit.MICROS);
        return wanted.isBefore(since) ? since : wanted;
    }

    /** A clock does not run on before it stopped. */
    private Instant effective(RequestDeadline deadline, Instant at) {
        Instant last = book.log(deadline).lastEventAt();
        Instant wanted = at.truncatedTo(ChronoUnit.MICROS);
        return wanted.isBefore(last) ? last : wanted;
    }
}
