package org.plazo.workflow.process;

import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.plazo.workflow.TaskUpdateRule;
import org.springframework.stereotype.Component;

/**
 * Nobody moves a due date by hand. Due date and priority are those of the task's deadline, name and description those of
 * the diagram (a description is a place where text of a case could end up). Follow-up date and assignee are people's own.
 */
@Component
class DatesFollowTheDeadline implements TaskUpdateRule {

    private final TaskDates dates;
    private final TaskKinds kinds;

    DatesFollowTheDeadline(TaskDates dates, TaskKinds kinds) {
        this.dates = dates;
        this.kinds = kinds;
    }

    @Override
    public void check(DelegateTask task) {
        UserTask definition = task.getBpmnModelElementInstance();
        if (Turn.CLOCK.isCurrent() || definition == null || task.getExecution() == null) {
            return;
        }
        TaskDates.Dates wanted = dates.of(task.getExecution().getProcessBusinessKey(), kinds.of(definition));
        Long wantedDue = wanted.dueDate() == null ? null : wanted.dueDate().getTime();
        Long due = task.getDueDate() == null ? null : task.getDueDate().getTime();
        unchanged("dueDate", wantedDue, due);
        unchanged("priority", wanted.priority(), task.getPriority());
        String description = description(definition);
        String name = MeasureTasks.name(definition.getName(), task);
        if (isHalfOf(name, task.getName(), BothLanguages::in)) {
            task.setName(name);
        }
        if (isHalfOf(description, task.getDescription(), BothLanguages::explanation)) {
            task.setDescription(description);
        }
        unchanged("name", name, task.getName());
        unchanged("description", description, task.getDescription());
    }

    /** A reader of the Tasklist is given his half of a text in two languages, and sends it back with what he changes. */
    private static boolean isHalfOf(
            @Nullable String text, @Nullable String half, BiFunction<Locale, String, String> reading) {
        return text != null
                && (reading.apply(Locale.forLanguageTag("es"), text).equals(half)
                        || reading.apply(Locale.ENGLISH, text).equals(half));
    }

    /** As the engine puts it together from the diagram; null if the diagram says nothing. */
    private static @Nullable String description(UserTask definition) {
        String text = definition.getDocumentations().stream()
                .map(documentation -> documentation.getTextContent().trim())
                .collect(Collectors.joining("\n\n"));
        return text.isEmpty() ? null : text;
    }

    private static void unchanged(String field, @Nullable Object wanted, @Nullable Object actual) {
        if (!Objects.equals(wanted, actual)) {
            throw new TaskFieldIsFixed(field);
        }
    }
}
