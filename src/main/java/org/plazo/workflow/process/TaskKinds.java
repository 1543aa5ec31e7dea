package org.plazo.workflow.process;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;
import org.plazo.request.DeadlineKind;
import org.plazo.workflow.engine.EngineCalls;
import org.springframework.stereotype.Component;

/** Reads from a user task in a diagram which deadline it is done for. */
@Component
class TaskKinds {

    static final String NO_DEADLINE = "NONE";

    private final RepositoryService definitions;
    private final EngineCalls engine;

    TaskKinds(RepositoryService definitions, EngineCalls engine) {
        this.definitions = definitions;
        this.engine = engine;
    }

    @Nullable
    DeadlineKind of(String processDefinitionId, String taskDefinitionKey) {
        return of(engine.withoutAuthorization(() -> definitions
                .getBpmnModelInstance(processDefinitionId)
                .<UserTask>getModelElementById(taskDefinitionKey)));
    }

    /** Null if the task says that it is done for none. */
    @Nullable
    DeadlineKind of(UserTask task) {
        ExtensionElements extensions = task.getExtensionElements();
        if (extensions == null) {
            return null;
        }
        return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> Names.DEADLINE_PROPERTY.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .filter(value -> !NO_DEADLINE.equals(value))
                .map(DeadlineKind::valueOf)
                .findFirst()
                .orElse(null);
    }
}
