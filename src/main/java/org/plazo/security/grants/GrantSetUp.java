package org.plazo.security.grants;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Makes grants and filters at start, before the web server accepts its first request. */
@Component
class GrantSetUp implements SmartInitializingSingleton {

    private final EngineGrants grants;
    private final TasklistFilters filters;

    GrantSetUp(EngineGrants grants, TasklistFilters filters) {
        this.grants = grants;
        this.filters = filters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        grants.make();
        filters.make();
    }
}
