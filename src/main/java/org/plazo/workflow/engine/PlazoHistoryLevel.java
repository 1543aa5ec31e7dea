package org.plazo.workflow.engine;

import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * Full history without the values of variables and form fields. What people type into a task's form is taken over by the
 * domain; in the engine's history it would stand for years beside the record.
 */
final class PlazoHistoryLevel extends AbstractHistoryLevel {

    static final String NAME = "plazo";

    @Override
    public int getId() {
        return 40;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, @Nullable Object entity) {
        boolean value = event.getEntityType().equals(HistoryEventTypes.VARIABLE_INSTANCE_CREATE.getEntityType())
                || event.getEntityType().equals(HistoryEventTypes.FORM_PROPERTY_UPDATE.getEntityType());
        return !value && HistoryLevel.HISTORY_LEVEL_FULL.isHistoryEventProduced(event, entity);
    }
}
