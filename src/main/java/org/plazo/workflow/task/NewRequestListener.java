package org.plazo.workflow.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.plazo.request.RequestCommands;
import org.plazo.security.Actor;
import org.plazo.workflow.ProcessBean;
import org.plazo.workflow.engine.TenantRows;
import org.plazo.workflow.process.Turn;

/**
 * Listens to the start of a process: started by somebody with the start form, it enters the request and hands it in; started
 * by the submission of a request, there is nothing to do.
 */
@ProcessBean
class NewRequestListener implements ExecutionListener {

    private final TaskDesk desk;
    private final TenantRows tenants;

    NewRequestListener(TaskDesk desk, TenantRows tenants) {
        this.desk = desk;
        this.tenants = tenants;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (Turn.COMMAND.isCurrent()) {
            return;
        }
        String reference = desk.enter(execution, () -> {
            Actor actor = desk.actor();
            RequestCommands commands = desk.commands();
            String entered = commands.create(RequestForms.read(desk.form(execution)), actor);
            commands.submit(entered, actor);
            return entered;
        });
        execution.setProcessBusinessKey(reference);
        // the engine asked for the tenant before there was a request
        tenants.follow(reference);
    }
}
