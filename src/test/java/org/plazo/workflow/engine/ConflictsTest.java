package org.plazo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;

class ConflictsTest {

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void doesWorkAgainUntilItWins() {
        assertThat(Conflicts.retry("work", failing(2, new OptimisticLockingException("lost"))))
                .isEqualTo("done");
        assertThat(calls).hasValue(3);
    }

    @Test
    void givesUpAfterFiveAttempts() {
        assertThatThrownBy(() -> Conflicts.retry("work", failing(9, new OptimisticLockingException("lost"))))
                .isInstanceOf(OptimisticLockingException.class);
        assertThat(calls).hasValue(5);
    }

    @Test
    void doesNothingAgainAfterAnyOtherFailure() {
        assertThatThrownBy(() -> Conflicts.retry("work", failing(9, new IllegalStateException("broken"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void knowsALostRaceByAnyOfItsNames() {
        assertThat(Conflicts.isConflict(
                        new ProcessEngineException("wrapped", new OptimisticLockingFailureException("version"))))
                .isTrue();
        assertThat(Conflicts.isConflict(new CannotAcquireLockException("deadlock")))
                .isTrue();
        assertThat(Conflicts.isConflict(new RuntimeException(new SQLException("deadlock", "40P01"))))
                .isTrue();
        assertThat(Conflicts.isConflict(new RuntimeException(new SQLException("updated meanwhile", "90131"))))
                .isTrue();
        assertThat(Conflicts.isConflict(new RuntimeException(new SQLException("unique key", "23505"))))
                .isFalse();
        assertThat(Conflicts.isConflict(new IllegalArgumentException())).isFalse();
    }

    private Supplier<String> failing(int times, RuntimeException failure) {
        return () -> {
            if (calls.incrementAndGet() <= times) {
                throw failure;
            }
            return "done";
        };
    }
}
