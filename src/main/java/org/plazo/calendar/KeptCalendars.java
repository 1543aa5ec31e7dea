package org.plazo.calendar;

import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The calendars in force stand in the database. The folder is read at the first start, when all of it is put in force and a
 * file that cannot be used stops the start; later only for what it says differently.
 */
@Component
class KeptCalendars implements CalendarArchive {

    private static final Logger LOG = LoggerFactory.getLogger(KeptCalendars.class);
    private static final String SYSTEM = "system";

    private final CalendarFolder folder;
    private final CalendarRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Integer, Calendars> known = new ConcurrentHashMap<>();

    KeptCalendars(
            @Value("${plazo.config-dir}") Path config,
            CalendarRows rows,
            TransactionTemplate transaction,
            Clock clock) {
        this.folder = new CalendarFolder(config.resolve("calendars"));
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
        start();
    }

    @Override
    public int current() {
        return rows.current();
    }

    @Override
    public Calendars of(int version) {
        return known.computeIfAbsent(version, number -> {
            if (rows.find(number).isEmpty()) {
                throw new IllegalArgumentException("There is no version " + number + " of the calendars");
            }
            return CalendarFolder.calendars(rows.files(number));
        });
    }

    @Override
    public CalendarProposal proposal() {
        int version = rows.current();
        return folder.compare(version, rows.files(version));
    }

    @Override
    public int apply(CalendarProposal proposal, String actor, String reason) {
        return insert(proposal, proposal.contents(), actor, reason, false);
    }

    @Override
    public CalendarVersion version(int version) {
        return rows.find(version).orElseThrow(() -> new IllegalArgumentException("No calendars " + version));
    }

    @Override
    public List<CalendarVersion> latest(int most) {
        return rows.latest(most);
    }

    @Override
    public Set<String> changedBetween(int one, int other) {
        Map<String, String> before = rows.files(one);
        Map<String, String> after = rows.files(other);
        Set<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        ids.removeIf(id -> before.containsKey(id)
                && after.containsKey(id)
                && CalendarFolder.saysTheSame(id, before.get(id), after.get(id)));
        return ids;
    }

    @Override
    public void finished(int version) {
        rows.finished(version, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void start() {
        CalendarProposal found = proposal();
        if (found.basedOn() == 0) {
            refuseBroken(found);
            adopt(found, found.contents());
        } else if (found.files().stream().anyMatch(file -> isForNobodyYet(file, found))) {
            Map<String, String> more = new TreeMap<>(rows.files(found.basedOn()));
            found.files().stream()
                    .filter(file -> isForNobodyYet(file, found))
                    .forEach(file -> more.put(file.id(), found.contents().get(file.id())));
            adopt(found, more);
        }
        of(current());
        for (CalendarProposal.File file : found.files()) {
            switch (file.state()) {
                case BROKEN -> LOG.error("{} The calendar stays as it is in force.", file.problem());
                case MISSING -> LOG.warn("The file of calendar {} is gone. It stays in force.", file.id());
                case CHANGED -> LOG.warn("Calendar {} was changed. It counts when it is put in force.", file.id());
                case NEW, IN_FORCE -> {}
            }
        }
    }

    private static void refuseBroken(CalendarProposal found) {
        for (CalendarProposal.File file : found.files()) {
            if (file.problem() != null) {
                throw new IllegalStateException(file.problem());
            }
        }
    }

    /** No deadline can have been counted with a calendar that was not there. */
    private boolean isForNobodyYet(CalendarProposal.File file, CalendarProposal found) {
        return file.state() == CalendarProposal.State.NEW
                && of(found.basedOn()).find(file.id()).isEmpty();
    }

    private void adopt(CalendarProposal found, Map<String, String> files) {
        try {
            insert(found, files, SYSTEM, null, found.basedOn() == 0);
        } catch (CalendarsChanged e) {
            LOG.info("Another node has put the calendars in force");
        }
    }

    private int insert(
            CalendarProposal proposal,
            Map<String, String> files,
            String actor,
            @Nullable String reason,
            boolean finished) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int next = proposal.basedOn() + 1;
        try {
            transaction.executeWithoutResult(status -> rows.insert(
                    new CalendarVersion(next, proposal.hash(), now, actor, reason, finished ? now : null), files));
        } catch (DuplicateKeyException e) {
            throw new CalendarsChanged();
        }
        return next;
    }
}
