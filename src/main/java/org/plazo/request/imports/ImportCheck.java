package org.plazo.request.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.plazo.request.Parties;
import org.plazo.request.RequestAccess;
import org.plazo.request.RequestNotFound;
import org.plazo.request.access.AccessClasses.AccessClass;
import org.plazo.request.access.NeedToKnow;
import org.plazo.request.content.ContentCheck;
import org.plazo.security.Actor;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Goes through the rows of a file, tells what is wrong with them and passes on those that are right and new. */
@Component
class ImportCheck {

    /** A database may limit how many values one statement takes. */
    private static final int MOST_IDS = 1_000;

    private final ContentCheck contentCheck;
    private final NeedToKnow needToKnow;
    private final RequestAccess access;
    private final Parties parties;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ImportSettings settings;

    ImportCheck(
            ContentCheck contentCheck,
            NeedToKnow needToKnow,
            RequestAccess access,
            Parties parties,
            JdbcClient jdbc,
            Clock clock,
            ImportSettings settings) {
        this.contentCheck = contentCheck;
        this.needToKnow = needToKnow;
        this.access = access;
        this.parties = parties;
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * What a file came to.
     *
     * @param rows of the file
     * @param known in the register already
     */
    record Counted(int rows, int known) {}

    /**
     * @param taker gets the rows in the file's order, some at a time; also while later ones have problems
     * @throws ImportTooLarge if there are too many rows
     */
    Counted run(InputStreamSource file, ImportProblems problems, Actor actor, Consumer<List<ImportRow>> taker) {
        Batches batches = new Batches(taker);
        ImportRows reader = reader(actor);
        Map<String, Long> lines = new HashMap<>();
        int rows = CsvFile.read(file, settings.mostRows(), problems, row -> {
            String externalId = row.text(ImportColumn.EXTERNAL_ID);
            Long earlier = externalId.isEmpty() ? null : lines.putIfAbsent(externalId, row.line());
            if (earlier != null) {
                problems.add(row.line(), "externalId", externalId, "is in line " + earlier + " already");
            }
            reader.read(row, problems).filter(each -> earlier == null).ifPresent(batches::add);
        });
        batches.pass();
        return new Counted(rows, batches.known);
    }

    /** Reads rows as of now, for somebody who imports them. */
    ImportRows reader(Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new ImportRows(contentCheck, parties, new Asked(actor), now);
    }

    /** Asks once for each handler, class and reference. */
    private final class Asked implements ImportRows.Known {

        private record Sight(String userId, AccessClass is) {}

        private final Actor actor;
        private final Map<String, Boolean> handlers = new HashMap<>();
        private final Map<Sight, Boolean> sights = new HashMap<>();
        private final Map<String, Boolean> requests = new HashMap<>();

        Asked(Actor actor) {
            this.actor = actor;
        }

        @Override
        public boolean isHandler(String userId) {
            return handlers.computeIfAbsent(userId, contentCheck::isHandler);
        }

        @Override
        public boolean reaches(String userId, AccessClass is) {
            return sights.computeIfAbsent(
                    new Sight(userId, is), asked -> contentCheck.isSeenBy(asked.userId(), asked.is(), needToKnow));
        }

        @Override
        public boolean isRequest(String reference) {
            return requests.computeIfAbsent(reference, this::mayBeRead);
        }

        private boolean mayBeRead(String reference) {
            try {
                access.toRead(reference, actor);
                return true;
            } catch (RequestNotFound hidden) {
                return false;
            }
        }
    }

    Set<String> known(Collection<ImportRow> rows) {
        List<String> ids = rows.stream().map(ImportRow::externalId).toList();
        Set<String> known = new HashSet<>();
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            known.addAll(jdbc.sql("select external_id from cooperation_request where external_id in (:ids)")
                    .param("ids", ids.subList(from, Math.min(from + MOST_IDS, ids.size())))
                    .query(String.class)
                    .list());
        }
        return known;
    }

    private final class Batches {

        private final Consumer<List<ImportRow>> taker;
        private final List<ImportRow> waiting = new ArrayList<>();
        private int known;

        Batches(Consumer<List<ImportRow>> taker) {
            this.taker = taker;
        }

        void add(ImportRow row) {
            waiting.add(row);
            if (waiting.size() == MOST_IDS) {
                pass();
            }
        }

        void pass() {
            Set<String> there = known(waiting);
            known += there.size();
            taker.accept(waiting.stream()
                    .filter(row -> !there.contains(row.externalId()))
                    .toList());
            waiting.clear();
        }
    }
}
