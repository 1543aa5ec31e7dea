package org.plazo.request;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The import from CSV files: read, check all rows, then store all that are new. */
@Component
class CsvRegisterImport implements RegisterImport {

    /** A database may limit how many values one statement takes. */
    private static final int MOST_IDS = 1_000;

    private final ContentCheck contentCheck;
    private final ImportedRequests importedRequests;
    private final Parties parties;
    private final JdbcClient jdbc;
    private final Clock clock;

    CsvRegisterImport(
            ContentCheck contentCheck,
            ImportedRequests importedRequests,
            Parties parties,
            JdbcClient jdbc,
            Clock clock) {
        this.contentCheck = contentCheck;
        this.importedRequests = importedRequests;
        this.parties = parties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public ImportReport run(byte[] csv, boolean dryRun, Actor actor) {
        if (!actor.hasAny(Role.HANDLER, Role.ADMIN)) {
            throw new NotPermitted("An import needs the role of handler or admin");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ImportProblems problems = new ImportProblems();
        List<CsvRow> file = CsvFile.read(csv, problems);
        List<ImportRow> rows = check(file, now, problems);
        Set<String> known = known(rows);
        if (!problems.isEmpty()) {
            return problems.report(dryRun, file.size(), known.size());
        }
        List<ImportRow> fresh =
                rows.stream().filter(row -> !known.contains(row.externalId())).toList();
        List<String> references = dryRun
                ? List.of()
                : fresh.stream()
                        .map(row -> importedRequests.store(row, actor, now))
                        .toList();
        return new ImportReport(dryRun, file.size(), fresh.size(), known.size(), references, List.of(), 0);
    }

    private List<ImportRow> check(List<CsvRow> file, Instant now, ImportProblems problems) {
        Map<String, Boolean> handlers = new HashMap<>();
        ImportRows reader = new ImportRows(
                contentCheck, parties, userId -> handlers.computeIfAbsent(userId, contentCheck::isHandler), now);
        Map<String, Long> lines = new HashMap<>();
        List<ImportRow> rows = new ArrayList<>();
        for (CsvRow row : file) {
            String externalId = row.text(ImportColumn.EXTERNAL_ID);
            Long earlier = externalId.isEmpty() ? null : lines.putIfAbsent(externalId, row.line());
            if (earlier != null) {
                problems.add(row.line(), "externalId", externalId, "is in line " + earlier + " already");
            }
            reader.read(row, problems).ifPresent(rows::add);
        }
        return rows;
    }

    private Set<String> known(List<ImportRow> rows) {
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
}
