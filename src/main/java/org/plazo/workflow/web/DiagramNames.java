package org.plazo.workflow.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.plazo.workflow.process.BothLanguages;

/**
 * A diagram to be looked at by one reader. A name in two languages shows his half; a name in English has its Spanish in
 * the element's extension property {@code es}.
 */
final class DiagramNames {

    private static final String NAME = "name";
    private static final String SPANISH = "es";

    private DiagramNames() {}

    static String in(Locale reader, String xml) {
        BpmnModelInstance model =
                Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        for (BaseElement element : model.getModelElementsByType(BaseElement.class)) {
            String name = element.getAttributeValue(NAME);
            if (name != null) {
                element.setAttributeValue(NAME, nameFor(reader, element, name));
            }
        }
        return Bpmn.convertToString(model);
    }

    private static String nameFor(Locale reader, BaseElement element, String name) {
        Optional<String> spanish = reader.getLanguage().equals(SPANISH) ? spanish(element) : Optional.empty();
        return spanish.orElseGet(() -> BothLanguages.in(reader, name));
    }

    private static Optional<String> spanish(BaseElement element) {
        ExtensionElements extensions = element.getExtensionElements();
        if (extensions == null) {
            return Optional.empty();
        }
        return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> SPANISH.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }
}
