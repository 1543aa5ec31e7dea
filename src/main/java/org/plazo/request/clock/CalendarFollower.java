package org.plazo.request.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.plazo.calendar.CalendarArchive;
import org.plazo.calendar.CalendarVersion;
import org.plazo.request.Parties;
import org.plazo.request.RequestDeadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets running deadlines follow the calendars in force, each in a transaction of its own. How far it is stands in the
 * deadlines themselves, so whoever goes on after a crash begins with those that are left.
 */
@Component
class CalendarFollower {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarFollower.class);

    /** A deadline that was opened while others followed, or runs again, may still have older calendars. */
    private static final Duration LOOKS_AGAIN = Duration.ofMinutes(15);

    private final CalendarArchive archive;
    private final DeadlineSweep sweep;
    private final DeadlineRows rows;
    private final Recount recount;
    private final String homeCalendar;
    private final Clock clock;
    private volatile Instant looked = Instant.MIN;

    CalendarFollower(
            CalendarArchive archive,
            DeadlineSweep sweep,
            DeadlineRows rows,
            Recount recount,
            Parties parties,
            Clock clock) {
        this.archive = archive;
        this.sweep = sweep;
        this.rows = rows;
        this.recount = recount;
        this.homeCalendar = parties.home().calendar();
        this.clock = clock;
    }

    /** Goes on if there is something left, or if nobody has looked for a while. */
    void run(BooleanSupplier goOn) {
        CalendarVersion version = archive.version(archive.current());
        Instant now = clock.instant();
        if (version.finishedAt() == null || looked.plus(LOOKS_AGAIN).isBefore(now)) {
            looked = now;
            follow(version, goOn);
        }
    }

    private void follow(CalendarVersion version, BooleanSupplier goOn) {
        Map<Integer, Set<String>> changed = new HashMap<>();
        boolean all = true;
        long after = 0;
        while (goOn.getAsBoolean()) {
            List<Swept> some = sweep.after(after, version.version());
            if (some.isEmpty()) {
                if (all) {
                    archive.finished(version.version());
                }
                return;
            }
            List<Long> unmoved = new ArrayList<>();
            for (Swept each : some) {
                RequestDeadline deadline = each.deadline();
                after = deadline.id();
                if (!isConcerned(
                        deadline,
                        changed.computeIfAbsent(
                                deadline.calendarVersion(), old -> archive.changedBetween(old, version.version())))) {
                    unmoved.add(deadline.id());
                } else if (goOn.getAsBoolean()) {
                    all &= recounted(each, version);
                } else {
                    all = false;
                    break;
                }
            }
            rows.counted(unmoved, version.version());
        }
    }

    /** Also if only the steps of its ladder are counted by a changed calendar. */
    private boolean isConcerned(RequestDeadline deadline, Set<String> changed) {
        return changed.contains(homeCalendar)
                || !Collections.disjoint(deadline.limit().calendars(), changed);
    }

    private boolean recounted(Swept each, CalendarVersion version) {
        try {
            recount.by(version, each.deadline().requestId(), each.deadline().id());
            return true;
        } catch (RuntimeException e) {
            LOG.error(
                    "The {} deadline of {} does not follow version {} of the calendars yet",
                    each.deadline().kind(),
                    each.reference(),
                    version.version(),
                    e);
            return false;
        }
    }
}
