package org.plazo.workflow.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.plazo.request.ClockState;
import org.plazo.request.DeadlineKind;
import org.plazo.request.PostponementReview;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.RequestSummary;
import org.plazo.request.Requests;
import org.plazo.workflow.engine.EngineCalls;
import org.plazo.workflow.escalation.Ladder;
import org.springframework.stereotype.Component;

/**
 * Due date and priority of tasks: always those of the deadline that a task is done for. The priority is 30 for a routine
 * request, 50 for an urgent one, 70 for an emergency, and 10 more for each level of escalation, up to 100; and 100 more once
 * somebody above the handler was told, so that one number tells the escalated tasks from all others.
 */
@Component
class TaskDates {

    /** The level of the ladder from which on managers are told. */
    private static final int MANAGERS = 3;

    /** @param dueDate null: the task is done for no deadline, or its clock is paused without a day of review */
    record Dates(@Nullable Date dueDate, int priority) {}

    private final Requests requests;
    private final RequestDeadlines deadlines;
    private final Ladder ladder;
    private final TaskKinds kinds;
    private final TaskService tasks;
    private final EngineCalls engine;

    TaskDates(
            Requests requests,
            RequestDeadlines deadlines,
            Ladder ladder,
            TaskKinds kinds,
            TaskService tasks,
            EngineCalls engine) {
        this.requests = requests;
        this.deadlines = deadlines;
        this.ladder = ladder;
        this.kinds = kinds;
        this.tasks = tasks;
        this.engine = engine;
    }

    Dates of(String reference, @Nullable DeadlineKind kind) {
        RequestSummary request = requests.find(reference)
                .orElseThrow(() -> new IllegalStateException("No request " + reference + " for its task"));
        int base =
                switch (request.urgency()) {
                    case ROUTINE -> 30;
                    case URGENT -> 50;
                    case EMERGENCY -> 70;
                };
        if (kind == null) {
            return new Dates(null, base);
        }
        Instant dueAt =
                deadlines.find(request.id(), kind).flatMap(TaskDates::dueAt).orElse(null);
        int level = ladder.level(request.id(), kind);
        int priority = Math.min(100, base + 10 * level) + (level < MANAGERS ? 0 : 100);
        return new Dates(dueAt == null ? null : Date.from(dueAt), priority);
    }

    /** Of a clock that stands still only the day of a review, if there is one. */
    private static Optional<Instant> dueAt(RequestDeadline deadline) {
        return deadline.state() == ClockState.PAUSED
                ? Optional.ofNullable(deadline.review()).map(PostponementReview::at)
                : Optional.of(deadline.dueAt());
    }

    /** Brings the open tasks of a clock in step with it. */
    void follow(String reference, DeadlineKind kind) {
        Turn.CLOCK.take(() -> engine.withoutAuthorization(() -> {
            for (Task task : openTasks(reference)) {
                if (kind == kinds.of(task.getProcessDefinitionId(), task.getTaskDefinitionKey())) {
                    follow(task, of(reference, kind));
                }
            }
        }));
    }

    private List<Task> openTasks(String reference) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKeyIn(Names.processes())
                .list();
    }

    private void follow(Task task, Dates dates) {
        if (!Objects.equals(dates.dueDate(), task.getDueDate())) {
            tasks.setDueDate(task.getId(), dates.dueDate());
        }
        if (dates.priority() != task.getPriority()) {
            tasks.setPriority(task.getId(), dates.priority());
        }
    }
}
