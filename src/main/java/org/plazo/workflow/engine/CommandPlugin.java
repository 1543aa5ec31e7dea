package org.plazo.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Puts our guards around every command of the engine, outside its transaction. */
final class CommandPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreCommandInterceptorsTxRequired(guards(engine));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(guards(engine));
    }

    private static List<CommandInterceptor> guards(ProcessEngineConfigurationImpl engine) {
        List<CommandInterceptor> guards = new ArrayList<>();
        guards.add(new PlainRefusals());
        guards.add(new HiddenAsUnknown());
        guards.add(new ConflictRetry());
        guards.add(new QueryGuard());
        guards.add(new DeploymentGate(() -> engine.getIdentityService().getCurrentAuthentication()));
        return guards;
    }
}
