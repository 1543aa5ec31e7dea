package org.plazo.workflow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Nobody deploys but the product's own publication, which checks first: not even an administrator through the engine's own
 * interfaces, who would bypass every grant.
 */
public final class DeploymentGate extends CommandInterceptor {

    private static final ThreadLocal<Boolean> OPEN = ThreadLocal.withInitial(() -> false);

    private final IdentityOfTheMoment identity;

    /** Who is asking, as the engine knows him. */
    interface IdentityOfTheMoment {
        @Nullable
        Authentication current();
    }

    DeploymentGate(IdentityOfTheMoment identity) {
        this.identity = identity;
    }

    /** Deploys on behalf of somebody; only for code that has checked what it deploys. */
    public static <T> T open(Supplier<T> deployment) {
        boolean before = OPEN.get();
        OPEN.set(true);
        try {
            return deployment.get();
        } finally {
            OPEN.set(before);
        }
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof DeployCmd
                && !OPEN.get()
                && identity.current() != null
                && Context.getCommandContext() == null) {
            throw new AuthorizationException("Processes are published through the folder of processes only");
        }
        return next.execute(command);
    }
}
