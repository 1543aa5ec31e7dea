package org.plazo.workflow.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** Limits what expressions can reach. */
final class ExpressionPlugin extends AbstractProcessEnginePlugin {

    private final ProcessBeans beans;

    ExpressionPlugin(ProcessBeans beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBeans(beans);
        engine.setExpressionManager(new GuardedExpressions(beans));
    }
}
