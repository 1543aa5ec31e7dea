package org.plazo.workflow.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;

/**
 * Makes expressions that see variables and the {@link ProcessBeans}, and nothing else. The last line of defence behind
 * the checks of diagrams and queries: whatever text reaches it, no class, loader or foreign bean can be named.
 *
 * <p>An expression evaluated without a process comes from a query; then only {@link QueryExpressions} are evaluated.
 */
final class GuardedExpressions extends JuelExpressionManager {

    private final ProcessBeans processBeans;

    GuardedExpressions(ProcessBeans beans) {
        super(beans);
        this.processBeans = beans;
    }

    @Override
    public Expression createExpression(String text) {
        return new Guarded(createValueExpression(text), this, text);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new GuardedResolver(processBeans));
        return resolver;
    }

    private static final class Guarded extends JuelExpression {

        Guarded(ValueExpression value, JuelExpressionManager manager, String text) {
            super(value, manager, text);
        }

        @Override
        public @Nullable Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
            if (scope == null && !isLiteralText() && !QueryExpressions.isAllowed(getExpressionText())) {
                throw new BadUserRequestException(
                        "Expressions are forbidden in queries, except for the user, his groups and the time");
            }
            return super.getValue(scope, execution);
        }
    }
}
