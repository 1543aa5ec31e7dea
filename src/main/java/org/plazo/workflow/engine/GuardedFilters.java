package org.plazo.workflow.engine;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;
import org.jspecify.annotations.Nullable;

/** Stores and gives out only filters whose expressions are on the allow-list, whoever wrote them. */
final class GuardedFilters extends FilterManager {

    @Override
    public Filter insertOrUpdateFilter(Filter filter) {
        QueryGuard.refuseForeignExpressions(filter.getQuery());
        return super.insertOrUpdateFilter(filter);
    }

    @Override
    public @Nullable FilterEntity findFilterById(String filterId) {
        FilterEntity filter = super.findFilterById(filterId);
        if (filter != null) {
            QueryGuard.refuseForeignExpressions(filter.getQuery());
        }
        return filter;
    }

    static SessionFactory factory() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return FilterManager.class;
            }

            @Override
            public Session openSession() {
                return new GuardedFilters();
            }
        };
    }
}
