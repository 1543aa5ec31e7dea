package org.plazo.request.clock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.calendar.CalendarArchive;
import org.plazo.calendar.CalendarProposal;
import org.plazo.calendar.CalendarsChanged;
import org.plazo.deadline.DueDate;
import org.plazo.deadline.DueDates;
import org.plazo.request.CalendarChange;
import org.plazo.request.CalendarChanges;
import org.plazo.request.CalendarsNotApplicable;
import org.plazo.request.InvalidInput;
import org.plazo.request.MovedDeadline;
import org.plazo.request.NotPermitted;
import org.plazo.request.Parties;
import org.plazo.request.RequestAccess;
import org.plazo.request.RequestDeadline;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Computes running deadlines with what the files say, beside what is in force. */
@Component
class PendingCalendars implements CalendarChanges {

    private static final Logger LOG = LoggerFactory.getLogger(PendingCalendars.class);
    private static final int LONGEST_REASON = 1_000;

    private final CalendarArchive archive;
    private final DeadlineSweep sweep;
    private final DueDates dueDates;
    private final RequestAccess access;
    private final Parties parties;

    PendingCalendars(
            CalendarArchive archive, DeadlineSweep sweep, DueDates dueDates, RequestAccess access, Parties parties) {
        this.archive = archive;
        this.sweep = sweep;
        this.dueDates = dueDates;
        this.access = access;
        this.parties = parties;
    }

    /** One walk over all running deadlines. */
    private final class Walk {

        private final CalendarProposal proposal;
        private final Actor actor;
        private final Consumer<MovedDeadline> visible;
        private long moved;
        private long hidden;
        private long notComputable;

        private Walk(CalendarProposal proposal, Actor actor, Consumer<MovedDeadline> visible) {
            this.proposal = proposal;
            this.actor = actor;
            this.visible = visible;
        }

        private Walk go() {
            if (!proposal.isEmpty()) {
                sweep.all(this::take);
            }
            return this;
        }

        private void take(List<Swept> some) {
            List<MovedDeadline> found = new ArrayList<>();
            for (Swept each : some) {
                MovedDeadline one = moved(each);
                if (one != null) {
                    found.add(one);
                }
            }
            Set<Long> readable =
                    access.readable(found.stream().map(MovedDeadline::requestId).collect(Collectors.toSet()), actor);
            moved += found.size();
            for (MovedDeadline one : found) {
                if (readable.contains(one.requestId())) {
                    visible.accept(one);
                } else {
                    hidden++;
                }
            }
        }

        private @Nullable MovedDeadline moved(Swept each) {
            RequestDeadline deadline = each.deadline();
            if (Collections.disjoint(deadline.limit().calendars(), proposal.changed())) {
                return null;
            }
            DueDate would;
            try {
                ClockLog log = each.log();
                would = dueDates.by(proposal.calendars())
                        .compute(deadline.limit(), log.countedFrom(), log.pauses(), log.extensions());
            } catch (IllegalArgumentException e) {
                LOG.warn("Deadline {} has no date by the changed calendars: {}", deadline.id(), e.getMessage());
                notComputable++;
                return null;
            }
            return would.dueAt().equals(deadline.dueAt())
                    ? null
                    : new MovedDeadline(
                            deadline.requestId(),
                            each.reference(),
                            deadline.kind(),
                            each.authority(),
                            parties.isRestricted(each.classification()),
                            deadline.dueOn(),
                            deadline.dueAt(),
                            would.dueOn(),
                            would.dueAt());
        }
    }

    @Override
    public CalendarChange change(int page, int size, Actor actor) {
        requireAdmin(actor);
        long first = (long) page * size;
        long[] seen = {0};
        List<MovedDeadline> shown = new ArrayList<>();
        CalendarProposal proposal = archive.proposal();
        Walk walk = new Walk(proposal, actor, one -> {
                    if (seen[0] >= first && shown.size() < Math.min(size, MOST_SHOWN)) {
                        shown.add(one);
                    }
                    seen[0]++;
                })
                .go();
        return new CalendarChange(proposal, walk.moved, walk.hidden, walk.notComputable, shown, page);
    }

    @Override
    public void each(Actor actor, Consumer<MovedDeadline> taker) {
        requireAdmin(actor);
        new Walk(archive.proposal(), actor, taker).go();
    }

    @Override
    public int apply(String hash, String reason, Actor actor) {
        requireAdmin(actor);
        String why = reason.strip();
        if (why.isEmpty()) {
            throw new InvalidInput("reason", "is missing");
        }
        if (why.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "may have " + LONGEST_REASON + " characters at most");
        }
        CalendarProposal proposal = archive.proposal();
        if (!proposal.hash().equals(hash)) {
            throw new CalendarsChanged();
        }
        if (proposal.isEmpty()) {
            throw new CalendarsNotApplicable(CalendarsNotApplicable.Cause.NOTHING_CHANGED);
        }
        if (following()) {
            throw new CalendarsNotApplicable(CalendarsNotApplicable.Cause.STILL_FOLLOWING);
        }
        if (new Walk(proposal, actor, one -> {}).go().notComputable > 0) {
            throw new CalendarsNotApplicable(CalendarsNotApplicable.Cause.NOT_COMPUTABLE);
        }
        return archive.apply(proposal, actor.userId(), why);
    }

    @Override
    public boolean following() {
        return archive.version(archive.current()).finishedAt() == null;
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.hasAny(Role.ADMIN)) {
            throw new NotPermitted("Calendars need the role of admin");
        }
    }
}
