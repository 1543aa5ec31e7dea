package org.plazo.workflow.process;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who moves a process in this thread right now, so that nothing happens twice: a command completes a task, whose listener
 * must not run the command again; a task runs a command, whose event must not complete the task again.
 *
 * <p>It lasts exactly as long as the call, also when the transaction fails or is tried again.
 */
public enum Turn {
    /** A command came by API or page; the process follows. */
    COMMAND,
    /** A task is completed or a form starts a process; the command follows. */
    TASK,
    /** A deadline moved or a step was taken; due date and priority of tasks follow. */
    CLOCK;

    private static final ThreadLocal<@Nullable Turn> CURRENT = new ThreadLocal<>();

    public boolean isCurrent() {
        return CURRENT.get() == this;
    }

    public <T extends @Nullable Object> T take(Supplier<T> action) {
        Turn outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return action.get();
        } finally {
            CURRENT.set(outer);
        }
    }

    public void take(Runnable action) {
        take(() -> {
            action.run();
            return null;
        });
    }
}
