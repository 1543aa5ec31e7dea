package org.plazo.workflow.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** Limits what expressions can reach and what diagrams may contain. */
final class GrammarPlugin extends AbstractProcessEnginePlugin {

    private final ProcessBeans beans;

    GrammarPlugin(ProcessBeans beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBeans(beans);
        engine.setExpressionManager(new GuardedExpressions(beans));
        DiagramGrammar grammar = new DiagramGrammar(new ExpressionGrammar(beans));
        engine.setBpmnParseFactory(parser -> new GuardedBpmnParse(parser, grammar));
    }
}
