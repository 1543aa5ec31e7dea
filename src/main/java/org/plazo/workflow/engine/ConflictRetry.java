package org.plazo.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskDueDateCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskFollowUpDateCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskOwnerCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does a person's command again when it lost the race against a timer; the engine itself repeats only jobs. Outermost, so
 * that completions through the webapps profit too.
 *
 * <p>Only where this command is the whole transaction: inside a transaction of somebody else, that one decides. And only
 * commands that change nothing but the database, so that nothing is left of a lost attempt.
 */
final class ConflictRetry extends CommandInterceptor {

    private static final Set<Class<?>> REPEATABLE = Set.of(
            CompleteTaskCmd.class,
            SubmitTaskFormCmd.class,
            SubmitStartFormCmd.class,
            ClaimTaskCmd.class,
            AssignTaskCmd.class,
            DelegateTaskCmd.class,
            ResolveTaskCmd.class,
            SetTaskOwnerCmd.class,
            SetTaskPriorityCmd.class,
            SetTaskDueDateCmd.class,
            SetTaskFollowUpDateCmd.class,
            SetTaskVariablesCmd.class,
            SetExecutionVariablesCmd.class,
            SetJobDuedateCmd.class,
            CorrelateMessageCmd.class,
            CorrelateAllMessageCmd.class,
            MessageEventReceivedCmd.class,
            SignalEventReceivedCmd.class);

    @Override
    public <T> T execute(Command<T> command) {
        boolean whole = !TransactionSynchronizationManager.isActualTransactionActive()
                && Context.getCommandContext() == null
                && Context.getJobExecutorContext() == null;
        if (!whole || !REPEATABLE.contains(command.getClass())) {
            return next.execute(command);
        }
        return Conflicts.retry(command.getClass().getSimpleName(), () -> next.execute(command));
    }
}
