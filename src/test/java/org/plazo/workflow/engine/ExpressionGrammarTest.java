package org.plazo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plazo.workflow.DefinitionProblem;
import org.plazo.workflow.engine.ExpressionGrammar.Place;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

class ExpressionGrammarTest {

    private final ExpressionGrammar grammar = new ExpressionGrammar(probeOnly());

    static ProcessBeans probeOnly() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerBeanDefinition("probeBean", new RootBeanDefinition(ProbeBean.class));
        beans.registerBeanDefinition("unmarked", new RootBeanDefinition(StringBuilder.class));
        return new ProcessBeans(beans);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${urgency}",
                "${urgency == 'EMERGENCY'}",
                "#{ approved and not returned }",
                "${(count >= 3 || empty reason) && flag != null}",
                "${probeBean.answer(execution)}",
                "${probeBean.answer('RESPONSE') == outcome}",
                "Request ${reference}",
                "plain text"
            })
    void takesVariablesComparisonsAndCallsOfComponents(String text) {
        assertThat(grammar.check("Step", text, Place.VALUE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class}",
                "${execution.class}",
                "${execution['class']}",
                "${''.getClass().forName('java.lang.Runtime').getMethod('exec')}",
                "${execution.getProcessEngineServices()}",
                "${execution.processEngineServices.runtimeService}",
                "${task.setDueDate(null)}",
                "${probeBean.getClass()}",
                "${probeBean.class.classLoader}",
                "${probeBean.hashCode()}",
                "${probeBean.hidden()}",
                "${probeBean.answer()}",
                "${probeBean.answer(''.getClass())}",
                "${probeBean.answer(probeBean)}",
                "${probeBean['answer']('x')}",
                "${probeBean.answer('x').getClass()}",
                "${probeBean}",
                "${unmarked.append('x')}",
                "${dataSource.connection}",
                "${currentUser()}",
                "${now()}",
                "${1 + 1}",
                "${a ? b : c}",
                "text ${''.getClass()} text",
                "${urgency} #{urgency}",
                "${",
                "${urgency",
                "${urgency = 3}"
            })
    void refusesEverythingElse(String text) {
        Optional<DefinitionProblem> problem = grammar.check("Step", text, Place.VALUE);
        assertThat(problem).isPresent();
        assertThat(problem.get().elementId()).isEqualTo("Step");
        assertThat(problem.get().toString()).startsWith("Step: ");
    }

    @Test
    void takesOneComponentAsDelegate() {
        assertThat(grammar.check("Step", "${probeBean}", Place.DELEGATE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${unmarked}", "${unknown}", "probeBean", "${probeBean.answer('x')}", "${probeBean == 1}"})
    void refusesAnythingElseAsDelegate(String text) {
        assertThat(grammar.check("Step", text, Place.DELEGATE)).isPresent();
    }

    @Test
    void takesAnInstantAskedOfAComponentAsTimer() {
        assertThat(grammar.check("Wait", "${probeBean.due(execution)}", Place.TIMER))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"P30D", "R3/P7D", "2026-01-01T00:00:00Z", "${dueAt}", "${probeBean.due(execution)} ${x}", ""})
    void refusesAnyOtherTimer(String text) {
        assertThat(grammar.check("Wait", text, Place.TIMER)).isPresent();
    }
}
