package org.plazo.workflow.escalation;

/**
 * Marks the steps that an import finds due: they are told when the import has ended, together, and not each at once. It
 * lasts exactly as long as the call.
 */
public final class ImportedSteps {

    private static final ThreadLocal<Boolean> TAKING = ThreadLocal.withInitial(() -> false);

    private ImportedSteps() {}

    public static void take(Runnable steps) {
        TAKING.set(true);
        try {
            steps.run();
        } finally {
            TAKING.remove();
        }
    }

    static boolean areBeingTaken() {
        return TAKING.get();
    }
}
