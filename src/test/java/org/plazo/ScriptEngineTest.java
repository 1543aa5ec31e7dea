package org.plazo;

import static org.assertj.core.api.Assertions.assertThat;

import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;

/**
 * Without a script engine no script can run, whatever gets past the checks of diagrams. The three that come with Camunda
 * calculate in FEEL and its own expression language; the process engine does not hand them out either.
 */
class ScriptEngineTest {

    @Test
    void noneOfAProgrammingLanguageIsOnTheClassPath() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(factory -> factory.getClass().getName())
                .allMatch(name -> name.startsWith("org.camunda.feel.impl.script.")
                        || name.equals("org.camunda.bpm.engine.impl.scripting.engine.JuelScriptEngineFactory"));
    }
}
