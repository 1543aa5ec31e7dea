package org.plazo.workflow.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Answers a command about something hidden as one about something that is not there, and names no tenant. */
final class HiddenAsUnknown extends CommandInterceptor {

    /** The engine has no type of its own for this error. */
    private static final String HIDDEN = "because it belongs to no authenticated tenant";

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (ProcessEngineException e) {
            String message = e.getMessage();
            if (message == null || !message.contains(HIDDEN)) {
                throw e;
            }
            throw new NotFoundException("There is no such task or process");
        }
    }
}
