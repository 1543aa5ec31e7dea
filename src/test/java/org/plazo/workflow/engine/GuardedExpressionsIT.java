package org.plazo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;

/** What the expression language can reach when a text comes to it past all checks. */
@PlazoIT
class GuardedExpressionsIT {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    private String instance = "";

    @BeforeEach
    void startAProcess() {
        repository
                .createDeployment()
                .addString("Evaluating.bpmn", Diagrams.around("EvaluatingProcess", "<bpmn:userTask id='Step'/>"))
                .enableDuplicateFiltering(true)
                .deploy();
        instance = runtime.startProcessInstanceByKey("EvaluatingProcess", Map.of("code", "X"))
                .getId();
    }

    @AfterEach
    void endIt() {
        runtime.deleteProcessInstance(instance, "test over");
    }

    @Test
    void reachesVariablesAndComponents() {
        assertThat(inProcess("${code == 'X'}")).isEqualTo(true);
        assertThat(inProcess("${probeBean.answer(code)}")).isEqualTo("answer to X");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class}",
                "${code.class.forName('java.lang.Runtime')}",
                "${code['class']}",
                "${code.length()}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices()}",
                "${probeBean.getClass()}",
                "${probeBean.class}",
                "${probeBean.class.classLoader}",
                "${probeBean.toString()}",
                "${dataSource}",
                "${runtimeService}",
                "${processEngine}"
            })
    void reachesNothingElse(String text) {
        assertThatThrownBy(() -> inProcess(text)).isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${probeBean.answer('x')}", "${1 + 1}", "${currentUser().length()}", "${now().getClass()}"})
    void evaluatesNothingForQueries(String text) {
        assertThatThrownBy(() -> evaluate(text, false)).isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void evaluatesUserAndTimeForQueries() {
        assertThat(evaluate("${now()}", false)).isNotNull();
        assertThat(evaluate("${dateTime().plusWeeks(1)}", false)).isNotNull();
    }

    private @Nullable Object inProcess(String text) {
        return evaluate(text, true);
    }

    private @Nullable Object evaluate(String text, boolean withProcess) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            ExecutionEntity execution = context.getExecutionManager().findExecutionById(instance);
            @Nullable VariableScope scope = withProcess ? execution : null;
            return Context.getProcessEngineConfiguration()
                    .getExpressionManager()
                    .createExpression(text)
                    .getValue(scope);
        });
    }
}
