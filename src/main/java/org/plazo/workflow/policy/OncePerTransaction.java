package org.plazo.workflow.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Asks a question once in a transaction, so that one that opens thousands of deadlines does not ask each time. Outside of a
 * transaction every call asks.
 */
final class OncePerTransaction<K, V> {

    private final Function<K, V> question;

    OncePerTransaction(Function<K, V> question) {
        this.question = question;
    }

    V answer(K key) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return question.apply(key);
        }
        return known().computeIfAbsent(key, question);
    }

    @SuppressWarnings("unchecked")
    private Map<K, V> known() {
        @Nullable Map<K, V> known = (Map<K, V>) TransactionSynchronizationManager.getResource(this);
        if (known == null) {
            known = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(new Forgetting(this, known));
        }
        return known;
    }

    private record Forgetting(Object key, Object known) implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(key);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(key, known);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(key);
        }
    }
}
