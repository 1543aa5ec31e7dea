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
import org.plazo.request.access.AccessClasses.AccessClass;
import org.plazo.request.access.NeedToKnow;
import org.plazo.request.content.ContentCheck;
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
    private final Parties parties;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ImportSettings settings;

    ImportCheck(
            ContentCheck contentCheck,
            NeedToKnow needToKnow,
            Parties parties,
            JdbcClient jdbc,
            Clock clock,
            ImportSettings settings) {
        this.contentCheck = contentCheck;
        this.needToKnow = needToKnow;
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
    Counted run(InputStreamSource file, ImportProblems problems, Consumer<List<ImportRow>> taker) {
        Batches batches = new Batches(taker);
        ImportRows reader = reader();
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

    /** Reads rows as of now; asks once for each handler and level. */
    ImportRows reader() {
        Map<String, Boolean> handlers = new HashMap<>();
        Map<List<String>, Boolean> levels = new HashMap<>();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new ImportRows(
                contentCheck,
                parties,
                userId -> handlers.computeIfAbsent(userId, contentCheck::isHandler),
                (userId, level) -> levels.computeIfAbsent(List.of(userId, level), each -> reaches(userId, level)),
                now);
    }

    private boolean reaches(String userId, String level) {
        return contentCheck.isSeenBy(userId, new AccessClass(level, Set.of()), needToKnow);
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
