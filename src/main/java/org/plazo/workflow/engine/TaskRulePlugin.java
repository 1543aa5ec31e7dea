package org.plazo.workflow.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.plazo.workflow.TaskUpdateRule;
import org.springframework.beans.factory.ObjectProvider;

/** Asks the {@link TaskUpdateRule} on every update of every user task, whatever the diagram says. */
final class TaskRulePlugin extends AbstractProcessEnginePlugin {

    private final TaskListener listener;

    TaskRulePlugin(ObjectProvider<TaskUpdateRule> rules) {
        listener = (DelegateTask task) -> rules.orderedStream().forEach(rule -> rule.check(task));
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomPreBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                ((UserTaskActivityBehavior) activity.getActivityBehavior())
                        .getTaskDefinition()
                        .addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, listener);
            }
        });
    }
}
