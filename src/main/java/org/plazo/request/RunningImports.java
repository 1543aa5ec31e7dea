package org.plazo.request;

/** What others may want to wait for. */
@FunctionalInterface
public interface RunningImports {

    /** Whether any import is storing rows in the background. */
    boolean anyRunning();
}
