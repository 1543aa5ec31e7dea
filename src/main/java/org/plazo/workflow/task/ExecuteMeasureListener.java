package org.plazo.workflow.task;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.Settlement;
import org.plazo.workflow.ProcessBean;
import org.plazo.workflow.process.MeasureTasks;

/** The measure is the task's, whatever a form says. */
@ProcessBean
class ExecuteMeasureListener implements TaskListener {

    private final TaskDesk desk;

    ExecuteMeasureListener(TaskDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        String reference = task.getExecution().getProcessBusinessKey();
        int measure = MeasureTasks.measureOf(task.getName());
        TypedForm form = desk.form(task);
        desk.take(task, reference, () -> desk.incoming()
                .recordExecution(reference, Map.of(measure, settlement(form)), desk.actor()));
    }

    /** What does not go with the outcome is hidden in the form, and not taken from one that was changed afterwards. */
    private static Settlement settlement(TypedForm form) {
        MeasureOutcome outcome = form.choice("measureOutcome", MeasureOutcome.class);
        return new Settlement(
                outcome,
                outcome.needsGround() ? form.text("ground") : null,
                outcome.needsReasons() ? form.text("reasons") : null);
    }
}
