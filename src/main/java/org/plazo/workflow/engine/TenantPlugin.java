package org.plazo.workflow.engine;

import java.util.function.Function;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Gives each new process the tenant of its request. One that a form starts has no request yet: it gets its tenant when the
 * transaction commits, from {@link TenantRows}.
 */
final class TenantPlugin extends AbstractProcessEnginePlugin {

    /** The variable with our reference that every process has. */
    private static final String REFERENCE = "reference";

    private final Function<String, @Nullable String> tenants;

    TenantPlugin(ObjectProvider<AccessTenants> tenants) {
        this.tenants = reference -> tenants.getObject().ofRequest(reference);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setTenantCheckEnabled(true);
        engine.setTenantIdProvider(new OfTheRequest(tenants));
    }

    private record OfTheRequest(Function<String, @Nullable String> tenants) implements TenantIdProvider {

        @Override
        public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
            return start.getVariables().get(REFERENCE) instanceof String reference ? tenants.apply(reference) : null;
        }

        @Override
        public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
            return null;
        }

        /** Tables are asked with codes that tell nothing of a request. */
        @Override
        public @Nullable String provideTenantIdForHistoricDecisionInstance(
                TenantIdProviderHistoricDecisionInstanceContext evaluation) {
            return null;
        }
    }
}
