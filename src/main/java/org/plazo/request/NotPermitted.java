package org.plazo.request;

/** The actor's role does not allow the command. */
public class NotPermitted extends RuntimeException {

    public NotPermitted(String message) {
        super(message);
    }
}
