package org.plazo.workflow;

/**
 * Why something in a task or a form is not accepted, in words for the person in front of it. Whoever calls the engine gets
 * these words alone, without what the engine wraps around the errors of listeners.
 */
public abstract class Refusal extends RuntimeException {

    protected Refusal(String message) {
        super(message);
    }

    protected Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
