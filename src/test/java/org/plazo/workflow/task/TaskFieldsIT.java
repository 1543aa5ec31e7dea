package org.plazo.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.function.Consumer;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.plazo.request.Urgency;
import org.plazo.support.PlazoIT;
import org.plazo.workflow.process.BothLanguages;
import org.plazo.workflow.process.RequestWorld;
import org.springframework.beans.factory.annotation.Autowired;

/** What of a task is people's own, and what follows the deadline and the diagram. */
@PlazoIT
class TaskFieldsIT {

    @Autowired
    private RequestWorld world;

    @Autowired
    private TaskService tasks;

    @Test
    void areNotChangedByHandIfTheyFollowTheDeadlineOrTheDiagram() {
        String reference = world.dispatched(Urgency.ROUTINE);
        long due = world.task(reference, "FollowUp").getDueDate().getTime();

        refuses(reference, "dueDate", task -> task.setDueDate(new Date(due + 86_400_000)));
        refuses(reference, "dueDate", task -> task.setDueDate(null));
        refuses(reference, "priority", task -> task.setPriority(1));
        refuses(reference, "name", task -> task.setName("Otro nombre"));
        refuses(reference, "description", task -> task.setDescription("Texto del caso"));
        assertThat(world.task(reference, "FollowUp").getDueDate().getTime()).isEqualTo(due);
    }

    private void refuses(String reference, String field, Consumer<Task> change) {
        Task task = world.task(reference, "FollowUp");
        change.accept(task);
        assertThatThrownBy(() -> tasks.saveTask(task)).hasMessageContaining(field);
    }

    @Test
    void comeBackFromAReaderInHisLanguageAndStayInBoth() {
        String reference = world.dispatched(Urgency.ROUTINE);
        Task task = world.task(reference, "FollowUp");
        String name = task.getName();
        String description = task.getDescription();

        task.setName("Follow up the request");
        task.setDescription(BothLanguages.explanation(Locale.ENGLISH, description));
        task.setFollowUpDate(Date.from(Instant.parse("2026-03-02T14:00:00Z")));
        tasks.saveTask(task);

        Task saved = world.task(reference, "FollowUp");
        assertThat(saved.getName()).isEqualTo(name).contains(" · ");
        assertThat(saved.getDescription()).isEqualTo(description);
        assertThat(saved.getFollowUpDate()).isNotNull();
    }

    @Test
    void areFreeIfTheyArePeoplesOwn() {
        String reference = world.dispatched(Urgency.ROUTINE);
        Task task = world.task(reference, "FollowUp");
        Date due = task.getDueDate();

        task.setFollowUpDate(Date.from(Instant.parse("2026-03-02T14:00:00Z")));
        task.setAssignee("manager");
        tasks.saveTask(task);
        tasks.setAssignee(task.getId(), null);
        tasks.claim(task.getId(), "handler");

        assertThat(world.task(reference, "FollowUp").getDueDate()).isEqualTo(due);
        assertThat(world.task(reference, "FollowUp").getFollowUpDate()).isNotNull();
        assertThat(world.task(reference, "FollowUp").getAssignee()).isEqualTo("handler");
    }
}
