package org.plazo.request.clock;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.plazo.calendar.CalendarVersion;
import org.plazo.request.ClockState;
import org.plazo.request.LedgerAction;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestEvent;
import org.plazo.request.ledger.Ledger;
import org.plazo.request.rows.RequestLock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Computes one running deadline with other calendars. */
@Component
class Recount {

    private final RequestLock lock;
    private final DeadlineRows rows;
    private final ClockBook book;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Recount(
            RequestLock lock,
            DeadlineRows rows,
            ClockBook book,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lock = lock;
        this.rows = rows;
        this.book = book;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** Nothing happens if it was stopped, or has followed, meanwhile. */
    @Transactional
    public void by(CalendarVersion calendars, long requestId, long deadlineId) {
        String reference = lock.lock(requestId);
        rows.findAll(List.of(deadlineId)).stream()
                .filter(each -> each.state() != ClockState.STOPPED)
                .filter(each -> each.calendarVersion() < calendars.version())
                .forEach(each -> recount(reference, each, calendars));
    }

    private void recount(String reference, RequestDeadline before, CalendarVersion calendars) {
        RequestDeadline after = book.recount(before, calendars.version());
        if (after.dueAt().equals(before.dueAt())) {
            // steps around it may have moved
            book.tellChanged(reference, after);
            return;
        }
        ledger.append(new Ledger.Entry(
                before.requestId(),
                LedgerAction.DEADLINE_MOVED,
                calendars.appliedBy(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                before.kind().name(),
                before.dueOn().toString(),
                after.dueOn().toString(),
                calendars.reason()));
        events.publishEvent(new RequestEvent.DeadlineMoved(
                before.requestId(), reference, before.kind(), before.dueAt(), after.dueAt()));
    }
}
