package org.plazo.request.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.plazo.security.Actor;
import org.plazo.security.OnBehalf;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
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

    /** So many rows are read and checked before the time is looked at. */
    private static final int SLICE = 20;

    private static final int MOST_FAILURES = 5;

    /** A file that was checked and that nobody wants stored does not keep its facts here for long. */
    private static final Duration CHECKED_WAITS = Duration.ofDays(1);

    private final ImportJobRows jobs;
    private final ImportCheck check;
    private final ImportedRequests importedRequests;
    private final ImportSettings settings;
    private final OnBehalf onBehalf;
    private final UserDirectory users;
    private final TransactionOperations transaction;
    private final Clock clock;

    ImportRunner(
            ImportJobRows jobs,
            ImportCheck check,
            ImportedRequests importedRequests,
            ImportSettings settings,
            OnBehalf onBehalf,
            UserDirectory users,
            TransactionOperations transaction,
            Clock clock) {
        this.jobs = jobs;
        this.check = check;
        this.importedRequests = importedRequests;
        this.settings = settings;
        this.onBehalf = onBehalf;
        this.users = users;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes on until nothing is left, something fails, or {@code goOn} says no. */
    public void run(BooleanSupplier goOn) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("rows are stored some at a time, each in a transaction of their own");
        }
        transaction.executeWithoutResult(
                status -> jobs.forgetChecked(clock.instant().minus(CHECKED_WAITS)));
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
        Actor actor = importer(job);
        Chunk chunk = new Chunk(actor, check.reader(actor));
        onBehalf.of(actor, () -> chunk.store(job.id()));
        if (chunk.rows == 0) {
            jobs.change(job.id(), ImportJob.State.RUNNING, ImportJob.State.DONE);
            return true;
        }
        jobs.keep(job.id(), chunk.problems.first());
        jobs.imported(job.id(), chunk.stored);
        jobs.progress(job.id(), chunk.stored.size(), chunk.known, chunk.problems.rows());
        jobs.forget(job.id(), chunk.last);
        return true;
    }

    /** The rows of one transaction: as many as settings allow, fewer if they take long. */
    private final class Chunk {

        private final Actor actor;
        private final ImportRows reader;
        private final Instant start = clock.instant();
        private final ImportProblems problems = new ImportProblems();
        private final List<ImportedRequests.Stored> stored = new ArrayList<>();
        private int rows;
        private int known;
        private long last;

        Chunk(Actor actor, ImportRows reader) {
            this.actor = actor;
            this.reader = reader;
        }

        void store(long job) {
            boolean more = true;
            while (more && rows < settings.chunk()) {
                List<CsvRow> next = jobs.next(job, last, Math.min(SLICE, settings.chunk() - rows));
                store(next);
                more = !next.isEmpty()
                        && Duration.between(start, clock.instant()).compareTo(LONGEST) < 0;
            }
        }

        private void store(List<CsvRow> slice) {
            List<ImportRow> valid = new ArrayList<>();
            for (CsvRow row : slice) {
                reader.read(row, problems).ifPresent(valid::add);
                rows++;
                last = row.line();
            }
            Set<String> there = check.known(valid);
            for (ImportRow row : valid) {
                if (there.contains(row.externalId())) {
                    known++;
                } else {
                    stored.add(importedRequests.store(row, actor, start.truncatedTo(ChronoUnit.MICROS)));
                }
            }
        }
    }

    /** With the roles that he had when he began it, and the groups that he has now. */
    private Actor importer(ImportJob job) {
        Set<Role> roles = jobs.roles(job.id());
        Set<String> groups = new HashSet<>(new Actor(job.startedBy(), roles).groups());
        users.find(job.startedBy()).ifPresent(user -> groups.addAll(user.groups()));
        return new Actor(job.startedBy(), roles, groups);
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
