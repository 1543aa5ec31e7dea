package org.plazo.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.joda.time.DateTime;
import org.jspecify.annotations.Nullable;

/**
 * Resolves what follows variables in an expression: the components of the allow-list, and calls on them. There is no
 * property access at all, so {@code x.class} and everything reached through it does not exist.
 *
 * <p>Components are known only while a process runs. Queries and decision tables have no process and see none.
 */
final class GuardedResolver extends BeanELResolver {

    private static final Set<String> DATE_ARITHMETIC = Set.of(
            "plusMinutes",
            "plusHours",
            "plusDays",
            "plusWeeks",
            "plusMonths",
            "minusMinutes",
            "minusHours",
            "minusDays",
            "minusWeeks",
            "minusMonths");

    private final ProcessBeans beans;

    GuardedResolver(ProcessBeans beans) {
        super(true);
        this.beans = beans;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base != null) {
            throw refused(base, String.valueOf(property));
        }
        if (context.getContext(VariableScope.class) != null && beans.containsKey(property)) {
            context.setPropertyResolved(true);
            return beans.get(property);
        }
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            @Nullable Object @Nullable [] arguments) {
        if (base == null || !(method instanceof String name)) {
            return null;
        }
        boolean allowed = base instanceof DateTime ? DATE_ARITHMETIC.contains(name) : ProcessBeans.mayCall(base, name);
        if (!allowed) {
            throw refused(base, name);
        }
        return super.invoke(context, base, method, types, arguments);
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        throw refused(base == null ? "null" : base, String.valueOf(property));
    }

    private static ELException refused(Object base, String member) {
        return new ELException("Expressions may not use '" + member + "' of "
                + base.getClass().getSimpleName() + ": only the declared public methods of process components");
    }
}
