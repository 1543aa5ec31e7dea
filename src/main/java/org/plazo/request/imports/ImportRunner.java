package org.plazo.request.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.plazo.security.Actor;
import org.plazo.security.OnBehalf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stores the rows of the imports that run, the oldest import first, some rows at a time. What becomes of these rows is
 * noted in the transaction that stores them, so that whoever goes on after a stop or a crash begins at the next ones.
 */
@Component
public class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    /** Nobody else gets a reference while rows are being stored. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private static final int MOST_FAILURES = 5;

    private final ImportJobRows jobs;
    private final ImportCheck check;
    private final ImportedRequests importedRequests;
    private final ImportSettings settings;
    private final OnBehalf onBehalf;
    private final TransactionOperations transaction;
    private final Clock clock;

    ImportRunner(
            ImportJobRows jobs,
            ImportCheck check,
            ImportedRequests importedRequests,
            ImportSettings settings,
            OnBehalf onBehalf,
            TransactionOperations transaction,
            Clock clock) {
        this.jobs = jobs;
        this.check = check;
        this.importedRequests = importedRequests;
        this.settings = settings;
        this.onBehalf = onBehalf;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes on until nothing is left, something fails, or {@code goOn} says no. */
    public void run(BooleanSupplier goOn) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("rows are stored some at a time, each in a transaction of their own");
        }
        boolean more = true;
        while (more && goOn.getAsBoolean()) {
            long[] at = {0};
            try {
                more = Boolean.TRUE.equals(transaction.execute(status -> {
                    Optional<ImportJob> job = jobs.lockRunning();
                    job.ifPresent(each -> at[0] = each.id());
                    return job.map(this::next).orElse(false);
                }));
            } catch (RuntimeException e) {
                failed(at[0], e);
                return;
            }
        }
    }

    /** Stores the next rows of an import or, without any, ends it. */
    private boolean next(ImportJob job) {
        List<CsvRow> next = jobs.next(job.id(), settings.chunk());
        if (next.isEmpty()) {
            jobs.change(job.id(), ImportJob.State.RUNNING, ImportJob.State.DONE);
            return true;
        }
        ImportProblems problems = new ImportProblems();
        ImportRows reader = check.reader();
        List<ImportRow> valid = new ArrayList<>();
        next.forEach(row -> reader.read(row, problems).ifPresent(valid::add));
        Set<String> known = check.known(valid);
        Actor actor = new Actor(job.startedBy(), jobs.roles(job.id()));
        onBehalf.of(actor, () -> store(job, next, valid, known, problems, actor));
        return true;
    }

    private void store(
            ImportJob job,
            List<CsvRow> next,
            List<ImportRow> valid,
            Set<String> known,
            ImportProblems problems,
            Actor actor) {
        Instant start = clock.instant();
        Instant now = start.truncatedTo(ChronoUnit.MICROS);
        long last = next.get(next.size() - 1).line();
        int created = 0;
        int there = 0;
        for (ImportRow row : valid) {
            if (known.contains(row.externalId())) {
                there++;
            } else if (Duration.between(start, clock.instant()).compareTo(LONGEST) < 0) {
                importedRequests.store(row, actor, now);
                created++;
            } else {
                last = row.cells().line() - 1;
                break;
            }
        }
        long end = last;
        List<ImportReport.Problem> wrong =
                problems.first().stream().filter(each -> each.line() <= end).toList();
        jobs.keep(job.id(), wrong);
        int invalid =
                (int) wrong.stream().map(ImportReport.Problem::line).distinct().count();
        jobs.progress(job.id(), created, there, invalid);
        jobs.forget(job.id(), end);
    }

    private void failed(long id, RuntimeException e) {
        if (id == 0) {
            throw e;
        }
        LOG.error("The next rows of import {} cannot be stored; they are tried again", id, e);
        transaction.executeWithoutResult(status -> {
            if (jobs.fail(id) >= MOST_FAILURES && jobs.change(id, ImportJob.State.RUNNING, ImportJob.State.FAILED)) {
                LOG.error("Import {} is given up", id);
                jobs.forgetAll(id);
            }
        });
    }
}
