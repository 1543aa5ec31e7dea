package org.plazo.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** The settings that keep data and the JVM safe; in code, so that no configuration file can loosen them. */
final class HardeningPlugin extends AbstractProcessEnginePlugin {

    /** The Tasklist asks for its filters in pages of this size; nobody may ask for more, or for all. */
    static final int MAX_RESULTS = 2_000;

    private final int passwordStrength;

    HardeningPlugin(int passwordStrength) {
        this.passwordStrength = passwordStrength;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new PlazoHistoryLevel()));
        engine.setHistory(PlazoHistoryLevel.NAME);
        engine.setAuthorizationEnabled(true);
        engine.setResourceAuthorizationProvider(new GrantsOnDefinitions());
        engine.setPasswordEncryptor(new BcryptPasswords(passwordStrength));
        // bcrypt makes its own salt; the engine would append one to the password, and bcrypt reads 72 bytes only
        engine.setSaltGenerator(() -> "");
        engine.setEnablePasswordPolicy(true);
        engine.setEnableXxeProcessing(false);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setQueryMaxResultsLimit(MAX_RESULTS);
        engine.setEnableExpressionsInAdhocQueries(false);
        // the shared filters need the user and the time; GuardedFilters takes nothing else
        engine.setEnableExpressionsInStoredQueries(true);
        engine.setCustomSessionFactories(List.of(GuardedFilters.factory(), TaskQueryAuthorizations.factory()));
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
    }
}
