package org.plazo.workflow.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.plazo.workflow.ProcessBean;
import org.plazo.workflow.engine.TenantRows;
import org.plazo.workflow.process.Turn;

/**
 * Listens to the start of a process: started by somebody with the start form, it enters what the other side asks; started
 * by the receipt of a request, there is nothing to do.
 */
@ProcessBean
class ReceiveRequestListener implements ExecutionListener {

    private final TaskDesk desk;
    private final TenantRows tenants;

    ReceiveRequestListener(TaskDesk desk, TenantRows tenants) {
        this.desk = desk;
        this.tenants = tenants;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (Turn.COMMAND.isCurrent()) {
            return;
        }
        TypedForm form = desk.form(execution);
        String reference = desk.enter(execution, () -> desk.incoming()
                .receive(RequestForms.read(form), form.instant("at"), form.required("channel"), desk.actor()));
        execution.setProcessBusinessKey(reference);
        // the engine asked for the tenant before there was a request
        tenants.follow(reference);
    }
}
