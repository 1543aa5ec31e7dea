package org.plazo.request.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.DueDate;
import org.plazo.deadline.DueDates;
import org.plazo.deadline.TimeLimit;
import org.plazo.request.ClockState;
import org.plazo.request.DeadlineBasis;
import org.plazo.request.DeadlineKind;
import org.plazo.request.LedgerAction;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.RequestEvent;
import org.plazo.request.ledger.Ledger;
import org.plazo.request.rows.RequestLock;
import org.plazo.security.CurrentActor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the deadlines: each change is a clock event, and the date is computed anew from all of them. */
@Component
@Transactional
class RegisterDeadlines implements RequestDeadlines {

    private final RequestLock lock;
    private final DeadlineRows rows;
    private final DueDates dueDates;
    private final Ledger ledger;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;

    RegisterDeadlines(
            RequestLock lock,
            DeadlineRows rows,
            DueDates dueDates,
            Ledger ledger,
            CurrentActor currentActor,
            ApplicationEventPublisher events) {
        this.lock = lock;
        this.rows = rows;
        this.dueDates = dueDates;
        this.ledger = ledger;
        this.currentActor = currentActor;
        this.events = events;
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
        DueDate due = dueDates.compute(limit, start);
        long id = rows.insert(requestId, kind, ofKind.size() + 1, basis, policy, limit, start, due);
        rows.append(id, ClockEvent.at(ClockEvent.Type.START, start), actor());
        rows.updateRunningDueDate(requestId);
        enter(
                requestId,
                LedgerAction.DEADLINE_OPENED,
                kind,
                start,
                null,
                due.dueOn().toString());
        return rows.latest(requestId, kind).orElseThrow();
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
        return compute(deadline, log(deadline));
    }

    @Override
    public void stop(long requestId, DeadlineKind kind, Instant at) {
        lock.lock(requestId);
        rows.latest(requestId, kind)
                .filter(each -> each.state() != ClockState.STOPPED)
                .ifPresent(each -> {
                    Instant effective = happened(each, ClockEvent.Type.STOP, at);
                    enter(requestId, LedgerAction.DEADLINE_STOPPED, kind, effective, null, null);
                });
    }

    @Override
    public void restart(long requestId, DeadlineKind kind, Instant at) {
        String reference = lock.lock(requestId);
        rows.latest(requestId, kind)
                .filter(each -> each.state() == ClockState.STOPPED)
                .ifPresent(each -> {
                    Instant effective = happened(each, ClockEvent.Type.RESTART, at);
                    RequestDeadline restarted = rows.latest(requestId, kind).orElseThrow();
                    enter(
                            requestId,
                            LedgerAction.DEADLINE_RESTARTED,
                            kind,
                            effective,
                            null,
                            restarted.dueOn().toString());
                    tellIfMoved(reference, each, restarted, effective);
                });
    }

    /** Appends an event, not before the clock's last one, and computes the date anew. Returns when it took effect. */
    private Instant happened(RequestDeadline deadline, ClockEvent.Type type, Instant at) {
        Instant last = log(deadline).lastEventAt();
        Instant wanted = at.truncatedTo(ChronoUnit.MICROS);
        Instant effective = wanted.isBefore(last) ? last : wanted;
        rows.append(deadline.id(), ClockEvent.at(type, effective), actor());
        ClockLog log = log(deadline);
        rows.update(deadline.id(), compute(deadline, log), log);
        rows.updateRunningDueDate(deadline.requestId());
        return effective;
    }

    private void tellIfMoved(String reference, RequestDeadline before, RequestDeadline after, Instant at) {
        if (before.dueAt().equals(after.dueAt())) {
            return;
        }
        String from = before.dueOn().toString();
        enter(
                before.requestId(),
                LedgerAction.DEADLINE_MOVED,
                before.kind(),
                at,
                from,
                after.dueOn().toString());
        events.publishEvent(new RequestEvent.DeadlineMoved(
                before.requestId(), reference, before.kind(), before.dueAt(), after.dueAt()));
    }

    private ClockLog log(RequestDeadline deadline) {
        return ClockLog.of(rows.events(deadline.id()), deadline.limit().zone());
    }

    private DueDate compute(RequestDeadline deadline, ClockLog log) {
        return dueDates.compute(deadline.limit(), deadline.startedAt(), log.pauses(), log.extensions());
    }

    private void enter(
            long requestId,
            LedgerAction action,
            DeadlineKind kind,
            Instant at,
            @Nullable String from,
            @Nullable String to) {
        ledger.append(new Ledger.Entry(requestId, action, actor(), at, kind.name(), from, to, null));
    }

    private String actor() {
        return currentActor.get().userId();
    }
}
