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

/** The import from CSV files. A file is read once: its rows are stored at once, or kept for the background. */
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
        ImportOutcome outcome = take(new ByteArrayResource(csv), options, Integer.MAX_VALUE, actor);
        return ((ImportOutcome.Answered) outcome).report();
    }

    @Override
    public ImportOutcome take(InputStreamSource file, ImportOptions options, Actor actor) {
        return take(file, options, settings.atOnce(), actor);
    }

    @Override
    public ImportJob check(InputStreamSource file, @Nullable String fileName, Actor actor) {
        requireImporter(actor);
        ImportOptions options = new ImportOptions(true, false, fileName);
        return Objects.requireNonNull(transaction.execute(status -> {
            jobs.forgetChecked(actor);
            long id = jobs.insert(options, ImportJob.State.CHECKED, actor);
            ImportProblems problems = new ImportProblems();
            ImportCheck.Counted counted = check.run(file, problems, actor, rows -> jobs.stage(id, rows));
            jobs.keep(id, problems.first());
            jobs.count(id, counted.rows(), counted.known(), problems);
            if (problems.isUnreadable()) {
                jobs.change(id, ImportJob.State.CHECKED, ImportJob.State.REFUSED);
                jobs.forgetAll(id);
            }
            return jobs.find(id).orElseThrow();
        }));
    }

    private ImportOutcome take(InputStreamSource file, ImportOptions options, int atOnce, Actor actor) {
        requireImporter(actor);
        return Objects.requireNonNull(transaction.execute(status -> {
            Intake intake = new Intake(options, atOnce, actor);
            ImportCheck.Counted counted = check.run(file, intake.problems, actor, intake::take);
            if (options.dryRun() || !intake.mayBeStored() || intake.isAllWrong(counted)) {
                status.setRollbackOnly();
                return new ImportOutcome.Answered(intake.report(counted, List.of()));
            }
            return intake.finish(counted);
        }));
    }

    private static void requireImporter(Actor actor) {
        if (!actor.hasAny(Role.HANDLER, Role.ADMIN)) {
            throw new NotPermitted("An import needs the role of handler or admin");
        }
    }

    /** The rows of one file that are new, in memory until they are too many to be stored while the caller waits. */
    private final class Intake {

        private final ImportOptions options;
        private final int atOnce;
        private final Actor actor;
        private final ImportProblems problems = new ImportProblems();
        private final List<ImportRow> fresh = new ArrayList<>();
        private int created;
        private long job;

        Intake(ImportOptions options, int atOnce, Actor actor) {
            this.options = options;
            this.atOnce = atOnce;
            this.actor = actor;
        }

        void take(List<ImportRow> more) {
            created += more.size();
            if (options.dryRun() || !mayBeStored()) {
                fresh.clear();
                return;
            }
            fresh.addAll(more);
            if (created > atOnce) {
                job = job == 0 ? jobs.insert(options, ImportJob.State.RUNNING, actor) : job;
                jobs.stage(job, fresh);
                fresh.clear();
            }
        }

        boolean mayBeStored() {
            return problems.isEmpty() || (options.skipInvalid() && !problems.isUnreadable());
        }

        boolean isAllWrong(ImportCheck.Counted counted) {
            return !problems.isEmpty() && created == 0 && counted.known() == 0;
        }

        ImportOutcome finish(ImportCheck.Counted counted) {
            if (job != 0) {
                note(counted);
                return new ImportOutcome.Accepted(jobs.find(job).orElseThrow());
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            job = jobs.insert(options, ImportJob.State.DONE, actor);
            List<ImportedRequests.Stored> stored = fresh.stream()
                    .map(row -> importedRequests.store(row, actor, now))
                    .toList();
            jobs.imported(job, stored);
            jobs.progress(job, stored.size(), 0, 0);
            note(counted);
            return new ImportOutcome.Answered(report(
                    counted,
                    stored.stream().map(ImportedRequests.Stored::reference).toList()));
        }

        private void note(ImportCheck.Counted counted) {
            jobs.keep(job, problems.first());
            jobs.count(job, counted.rows(), counted.known(), problems);
        }

        ImportReport report(ImportCheck.Counted counted, List<String> references) {
            List<ImportReport.Problem> first = problems.first();
            return new ImportReport(
                    options.dryRun(),
                    counted.rows(),
                    mayBeStored() ? created : 0,
                    counted.known(),
                    problems.rows(),
                    references,
                    first.subList(0, Math.min(first.size(), ImportReport.MOST_PROBLEMS)),
                    problems.count());
        }
    }
}
