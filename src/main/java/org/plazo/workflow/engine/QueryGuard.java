package org.plazo.workflow.engine;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * Refuses expressions in queries that come from outside, in every branch. The engine's own check looks at the query's root
 * only, so that an expression inside {@code or()}, or in the query that extends a filter, was evaluated for any logged-in
 * user (CVE-2026-109432, open in this last community release).
 */
final class QueryGuard extends CommandInterceptor {

    private static final Field EXTENDING_QUERY = extendingQuery();

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            refuseExpressions(query);
        } else if (command instanceof AbstractExecuteFilterCmd
                && ReflectionUtils.getField(EXTENDING_QUERY, command) instanceof AbstractQuery<?, ?> query) {
            refuseExpressions(query);
        }
        return next.execute(command);
    }

    private static void refuseExpressions(AbstractQuery<?, ?> query) {
        if (expressions(query).findAny().isPresent()) {
            throw new BadUserRequestException("Expressions are forbidden in queries");
        }
    }

    /** Refuses a filter with an expression that is not on the allow-list. */
    static void refuseForeignExpressions(@Nullable AbstractQuery<?, ?> stored) {
        if (stored != null && expressions(stored).anyMatch(text -> !QueryExpressions.isAllowed(text))) {
            throw new BadUserRequestException(
                    "Expressions are forbidden in filters, except for the user, his groups and the time");
        }
    }

    private static Stream<String> expressions(AbstractQuery<?, ?> query) {
        Set<AbstractQuery<?, ?>> branches = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(query, branches);
        return branches.stream().flatMap(branch -> branch.getExpressions().values().stream());
    }

    private static void collect(AbstractQuery<?, ?> query, Set<AbstractQuery<?, ?>> branches) {
        if (branches.add(query) && query instanceof TaskQueryImpl tasks) {
            List.copyOf(tasks.getQueries()).forEach(branch -> collect(branch, branches));
        }
    }

    private static Field extendingQuery() {
        Field field = ReflectionUtils.findField(AbstractExecuteFilterCmd.class, "extendingQuery");
        if (field == null) {
            throw new IllegalStateException("This engine extends filters in a way the guard does not know");
        }
        ReflectionUtils.makeAccessible(field);
        return field;
    }
}
