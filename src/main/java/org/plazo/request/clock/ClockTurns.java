package org.plazo.request.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.ClockExtension;
import org.plazo.deadline.ClockPause;
import org.plazo.deadline.DueDate;
import org.plazo.deadline.DueDates;
import org.plazo.deadline.LimitUnit;
import org.plazo.request.ClockEvent;
import org.plazo.request.GrantedExtension;
import org.plazo.request.InvalidInput;
import org.plazo.request.RequestDeadline;
import org.springframework.stereotype.Component;

/**
 * The turns that a running deadline takes: paused, running on, extended, promised. Each may have happened earlier than it
 * is entered; what the log has no room for is refused by the name of its field. The caller holds the request's lock.
 */
@Component
public class ClockTurns {

    /** What one event came to. */
    public record Turn(RequestDeadline before, RequestDeadline after, ClockEvent event) {

        /** This one and the next together. */
        public Turn and(Turn next) {
            return new Turn(before, next.after(), next.event());
        }
    }

    private static final int LAST_YEAR = 2199;
    private static final int LONGEST_SEARCH = 366;

    private final ClockBook book;
    private final DueDates dueDates;

    ClockTurns(ClockBook book, DueDates dueDates) {
        this.book = book;
        this.dueDates = dueDates;
    }

    /** @param until null: until it is resumed */
    public Turn pause(RequestDeadline deadline, Instant from, @Nullable Instant until, String category, String reason) {
        notBeforeTheStart(deadline, from);
        if (until != null && !until.isAfter(from)) {
            throw new InvalidInput("until", "does not lie after the beginning of the pause");
        }
        notStanding(book.log(deadline), from, until);
        return append(deadline, ClockEvent.pause(from, until, category, reason));
    }

    /**
     * Lets the clock stand still until it is resumed, to be looked at on a day; a clock that is postponed already gets another
     * such day.
     *
     * @param reviewOn in the home side's zone, later than the day that it is there
     */
    public Turn postpone(
            RequestDeadline deadline, Instant at, String ground, LocalDate reviewOn, @Nullable String reason) {
        notBeforeTheStart(deadline, at);
        if (reviewOn.getYear() > LAST_YEAR) {
            throw new InvalidInput("reviewOn", "must lie between 1970-01-01 and " + LAST_YEAR + "-12-31");
        }
        if (!reviewOn.isAfter(book.today())) {
            throw new InvalidInput("reviewOn", "does not lie after today");
        }
        ClockLog log = book.log(deadline);
        if (deadline.review() == null) {
            notStanding(log, at, null);
        } else if (at.isBefore(log.lastEventAt())) {
            throw new InvalidInput("at", "lies before the postponement (" + log.lastEventAt() + ")");
        }
        return append(deadline, ClockEvent.postponement(at, ground, reviewOn, reason));
    }

    /**
     * Notes that another authority has the request.
     *
     * @param anew whether the whole time is counted anew
     */
    public Turn transfer(
            RequestDeadline deadline, Instant at, String authority, boolean anew, @Nullable String reason) {
        notBeforeTheStart(deadline, at);
        Instant last = book.log(deadline).transferredAt();
        if (last != null && at.isBefore(last)) {
            throw new InvalidInput("at", "lies before the last transfer (" + last + ")");
        }
        return append(
                deadline,
                anew ? ClockEvent.newStart(at, authority, reason) : ClockEvent.transfer(at, authority, reason));
    }

    /** Counts the whole time anew. */
    public Turn startAnew(RequestDeadline deadline, Instant at, @Nullable String reason) {
        notBeforeTheStart(deadline, at);
        return append(deadline, ClockEvent.newStart(at, null, reason));
    }

    /** Ends the pause of a deadline that is paused. */
    public Turn resume(RequestDeadline deadline, Instant at, @Nullable String note) {
        Instant since = Objects.requireNonNull(book.log(deadline).stoodStillFrom());
        if (at.isBefore(since)) {
            throw new InvalidInput("at", "lies before the pause (" + since + ")");
        }
        return append(deadline, ClockEvent.resume(at, note));
    }

    public Turn extend(RequestDeadline deadline, Instant at, GrantedExtension granted) {
        notBeforeTheStart(deadline, at);
        Instant countedFrom = book.log(deadline).countedFrom();
        if (at.isBefore(countedFrom)) {
            throw new InvalidInput("at", "lies before the new start of the clock (" + countedFrom + ")");
        }
        ClockEvent event = inAmounts(deadline, at, granted);
        DueDate due = withExtension(deadline, event);
        String field = granted.newDate() == null ? "amount" : "newDate";
        if (!due.dueAt().isAfter(deadline.dueAt())) {
            throw new InvalidInput(field, "does not lie after the due date (" + deadline.dueOn() + ")");
        }
        LocalDate latest = latest(deadline);
        if (latest != null && due.dueOn().isAfter(latest)) {
            throw new InvalidInput(field, "lies after " + latest + ", the latest date that the time limit allows");
        }
        return append(deadline, event.on(deadline.dueOn(), due.dueOn(), granted.basis(), granted.reason()));
    }

    /** @param on the day the counterpart named; its end must lie behind the instant at which it was promised */
    public Turn promise(RequestDeadline deadline, Instant at, LocalDate on, @Nullable String note) {
        notBeforeTheStart(deadline, at);
        if (on.getYear() > LAST_YEAR) {
            throw new InvalidInput("promisedOn", "must lie between 1970-01-01 and " + LAST_YEAR + "-12-31");
        }
        if (!ClockBook.endOf(on, deadline).isAfter(at)) {
            throw new InvalidInput("promisedOn", "lies in the past");
        }
        return append(deadline, ClockEvent.promise(at, book.log(deadline).promisedOn(), on, note));
    }

    /** Tells the followers of the clock. The ledger gets an entry of its own if the due date has moved without one. */
    public void tell(String reference, Turn turn) {
        boolean moved = !turn.before().dueAt().equals(turn.after().dueAt());
        if (moved) {
            book.tellIfMoved(
                    reference, turn.before(), turn.after(), turn.event().effectiveAt());
        } else {
            book.tellChanged(reference, turn.after());
        }
    }

    private Turn append(RequestDeadline deadline, ClockEvent event) {
        try {
            return new Turn(deadline, book.append(deadline, event), event);
        } catch (IllegalArgumentException outside) {
            throw new InvalidInput("at", "would move the due date behind the year " + LAST_YEAR);
        }
    }

    private static void notStanding(ClockLog log, Instant from, @Nullable Instant until) {
        ClockPause other = log.standing(from, until == null ? Instant.MAX : until);
        if (other != null) {
            String end = other.to().equals(Instant.MAX) ? "" : " to " + other.to();
            throw new InvalidInput("at", "overlaps the pause from " + other.from() + end);
        }
    }

    private static void notBeforeTheStart(RequestDeadline deadline, Instant at) {
        if (at.isBefore(deadline.startedAt())) {
            throw new InvalidInput("at", "lies before the start of the clock (" + deadline.startedAt() + ")");
        }
    }

    /** A new date is as many days as lead to it; on a closed day it rolls. */
    private ClockEvent inAmounts(RequestDeadline deadline, Instant at, GrantedExtension granted) {
        LocalDate wanted = granted.newDate();
        if (wanted == null) {
            return ClockEvent.extension(
                    at, Objects.requireNonNull(granted.amount()), Objects.requireNonNull(granted.unit()));
        }
        if (!wanted.isAfter(deadline.dueOn())) {
            throw new InvalidInput("newDate", "does not lie after the due date (" + deadline.dueOn() + ")");
        }
        long days = ChronoUnit.DAYS.between(deadline.dueOn(), wanted);
        if (wanted.getYear() > LAST_YEAR || days > 10_000) {
            throw new InvalidInput("newDate", "must lie at most 10000 days after the due date");
        }
        ClockEvent event = ClockEvent.extension(at, (int) days, LimitUnit.CALENDAR_DAYS);
        LocalDate reached = withExtension(deadline, event).dueOn();
        // time in which the clock stands still does not count, so fewer days may lead there
        for (int fewer = (int) days - 1; fewer > 0 && reached.isAfter(wanted); fewer--) {
            ClockEvent shorter = ClockEvent.extension(at, fewer, LimitUnit.CALENDAR_DAYS);
            LocalDate due = withExtension(deadline, shorter).dueOn();
            if (due.isBefore(wanted)) {
                break;
            }
            event = due.isBefore(reached) ? shorter : event;
            reached = due;
        }
        // an extension that was granted later is counted from another day then, and may add fewer
        for (int more = 1; more <= LONGEST_SEARCH && reached.isBefore(wanted); more++) {
            event = ClockEvent.extension(at, (int) days + more, LimitUnit.CALENDAR_DAYS);
            reached = withExtension(deadline, event).dueOn();
        }
        return event;
    }

    private DueDate withExtension(RequestDeadline deadline, ClockEvent extension) {
        List<ClockEvent> events = new ArrayList<>(book.events(deadline));
        int place = 0;
        while (place < events.size() && !events.get(place).effectiveAt().isAfter(extension.effectiveAt())) {
            place++;
        }
        events.add(place, extension);
        try {
            return book.compute(deadline, ClockLog.of(events, deadline.limit().zone()));
        } catch (IllegalArgumentException outside) {
            throw new InvalidInput("amount", "is more than a due date can be extended by");
        }
    }

    /** Where all extensions together must end; null if the policy does not say. */
    private @Nullable LocalDate latest(RequestDeadline deadline) {
        Integer most = deadline.limit().maxExtensionDays();
        if (most == null) {
            return null;
        }
        ClockLog log = book.log(deadline);
        List<ClockPause> pauses = log.pauses();
        if (most == 0) {
            return dueDates.by(deadline.calendarVersion())
                    .compute(deadline.limit(), log.countedFrom(), pauses, List.of())
                    .dueOn();
        }
        ClockExtension whole = new ClockExtension(
                log.countedFrom().atZone(deadline.limit().zone()).toLocalDate(), most, LimitUnit.CALENDAR_DAYS);
        return dueDates.by(deadline.calendarVersion())
                .compute(deadline.limit(), log.countedFrom(), pauses, List.of(whole))
                .dueOn();
    }
}
