package org.plazo.workflow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Calls the engine without its authorization checks, after the domain has made its own: a handler may complete the step
 * that a command stands for, but neither move timers nor send messages at will.
 */
@Component
public class EngineCalls {

    private final IdentityService identity;

    EngineCalls(IdentityService identity) {
        this.identity = identity;
    }

    public <T extends @Nullable Object> T withoutAuthorization(Supplier<T> call) {
        Authentication before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return call.get();
        } finally {
            if (before != null) {
                identity.setAuthentication(before);
            }
        }
    }

    public void withoutAuthorization(Runnable call) {
        withoutAuthorization(() -> {
            call.run();
            return null;
        });
    }
}
