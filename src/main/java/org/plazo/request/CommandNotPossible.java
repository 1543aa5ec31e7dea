package org.plazo.request;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The request's state does not allow the command. */
public class CommandNotPossible extends RuntimeException {

    private final Lifecycle lifecycle;
    private final String field;
    private final transient Set<String> fitting;

    /**
     * @param field what does not fit: the lifecycle or the clock
     * @param fitting the commands that the state does allow, named as the API names them, in their order
     */
    public CommandNotPossible(
            String reference, String command, Lifecycle lifecycle, String field, Set<String> fitting) {
        super(command + " does not fit: request " + reference + " is " + lifecycle + "; what fits: " + fitting);
        this.lifecycle = lifecycle;
        this.field = field;
        this.fitting = Collections.unmodifiableSet(new LinkedHashSet<>(fitting));
    }

    public Lifecycle lifecycle() {
        return lifecycle;
    }

    public String field() {
        return field;
    }

    public Set<String> fitting() {
        return fitting;
    }
}
