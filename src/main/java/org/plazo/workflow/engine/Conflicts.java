package org.plazo.workflow.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Work that lost a race for the same rows and may simply be done again, in a new transaction. Against a timer that fires in
 * the same instant a person should never lose.
 */
final class Conflicts {

    private static final Logger LOG = LoggerFactory.getLogger(Conflicts.class);

    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

    /** H2: the row was changed by another transaction. */
    private static final String H2_CONCURRENT_UPDATE = "90131";

    private Conflicts() {}

    /**
     * Does the work until it no longer loses a race, a few times at most. The work must be one whole transaction: what it did
     * before it failed has to be undone.
     */
    static <T extends @Nullable Object> T retry(String what, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !isConflict(e)) {
                    throw e;
                }
                LOG.info("{} lost a race and is done again (attempt {})", what, attempt + 1);
                pause(attempt, e);
            }
        }
    }

    /** Whether a failure says that somebody else was faster, wherever in its causes. */
    static boolean isConflict(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof OptimisticLockingException
                        || cause instanceof ConcurrencyFailureException
                        || (cause instanceof SQLException sql && isConflict(sql.getSQLState())));
    }

    /** Class 40 of SQL states: the transaction was rolled back because of another one. */
    private static boolean isConflict(@Nullable String sqlState) {
        return sqlState != null && (sqlState.startsWith("40") || sqlState.equals(H2_CONCURRENT_UPDATE));
    }

    private static void pause(int attempt, RuntimeException failure) {
        long longest = FIRST_PAUSE.toMillis() << attempt;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
