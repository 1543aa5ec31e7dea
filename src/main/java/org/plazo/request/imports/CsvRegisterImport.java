package org.plazo.request.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plazo.request.NotPermitted;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The import from CSV files: first checks all rows, then stores all that are new or hands them to the background. */
@Component
class CsvRegisterImport implements RegisterImport {

    private final ImportCheck check;
    private final ImportedRequests importedRequests;
    private final ImportJobRows jobs;
    private final ImportSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    CsvRegisterImport(
            ImportCheck check,
            ImportedRequests importedRequests,
            ImportJobRows jobs,
            ImportSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.check = check;
        this.importedRequests = importedRequests;
        this.jobs = jobs;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public ImportReport run(byte[] csv, boolean dryRun, Actor actor) {
        ImportOptions options = new ImportOptions(dryRun, false, null);
        Checked checked = check(new ByteArrayResource(csv), Integer.MAX_VALUE, actor);
        return answer(checked, options, actor);
    }

    @Override
    public ImportOutcome take(InputStreamSource file, ImportOptions options, Actor actor) {
        Checked checked = check(file, settings.atOnce(), actor);
        if (checked.fresh == null && !options.dryRun() && checked.mayBeStored(options)) {
            return new ImportOutcome.Accepted(stage(file, checked, options, actor));
        }
        return new ImportOutcome.Answered(answer(checked, options, actor));
    }

    /** A checked file; {@code fresh} is null if there are more new rows than are stored at once. */
    private static final class Checked {

        private final ImportProblems problems = new ImportProblems();
        private @Nullable List<ImportRow> fresh = new ArrayList<>();
        private int rows;
        private int known;
        private int created;

        void take(List<ImportRow> more, int most) {
            created += more.size();
            if (fresh != null && created <= most) {
                fresh.addAll(more);
            } else {
                fresh = null;
            }
        }

        boolean mayBeStored(ImportOptions options) {
            return problems.isEmpty() || (options.skipInvalid() && !problems.isUnreadable());
        }
    }

    private Checked check(InputStreamSource file, int most, Actor actor) {
        if (!actor.hasAny(Role.HANDLER, Role.ADMIN)) {
            throw new NotPermitted("An import needs the role of handler or admin");
        }
        Checked checked = new Checked();
        ImportCheck.Counted counted = check.run(file, checked.problems, more -> checked.take(more, most));
        checked.rows = counted.rows();
        checked.known = counted.known();
        return checked;
    }

    private ImportReport answer(Checked checked, ImportOptions options, Actor actor) {
        boolean stored = checked.mayBeStored(options);
        List<String> references = List.of();
        List<ImportRow> fresh = checked.fresh;
        if (stored && !options.dryRun() && fresh != null) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            references = transaction.execute(status -> fresh.stream()
                    .map(row -> importedRequests.store(row, actor, now))
                    .toList());
        }
        return new ImportReport(
                options.dryRun(),
                checked.rows,
                stored ? checked.created : 0,
                checked.known,
                checked.problems.rows(),
                references == null ? List.of() : references,
                checked.problems.first(),
                checked.problems.count());
    }

    /** Reads the file once more and keeps its rows, all in one transaction. */
    private ImportJob stage(InputStreamSource file, Checked checked, ImportOptions options, Actor actor) {
        ImportProblems problems = checked.problems;
        return Objects.requireNonNull(transaction.execute(status -> {
            long id = jobs.insert(options, actor);
            jobs.keep(id, problems.first());
            ImportCheck.Counted counted = check.run(file, new ImportProblems(), rows -> jobs.stage(id, rows));
            jobs.count(id, counted.rows(), counted.known(), problems);
            return jobs.find(id).orElseThrow();
        }));
    }
}
