package org.plazo.request;

import java.util.List;

/** One or more fields of the input are missing or wrong; nothing was changed. */
public class InvalidInput extends RuntimeException {

    /**
     * What is wrong with one field.
     *
     * @param field its name, as the API and the forms call it
     */
    public record Problem(String field, String reason) {}

    private final List<Problem> problems;

    public InvalidInput(String field, String reason) {
        this(List.of(new Problem(field, reason)));
    }

    /** @param problems at least one */
    public InvalidInput(List<Problem> problems) {
        super(problems.get(0).field() + ": " + problems.get(0).reason());
        this.problems = List.copyOf(problems);
    }

    /** The first field that is wrong. */
    public String field() {
        return problems.get(0).field();
    }

    /** What is wrong with it. */
    public String reason() {
        return problems.get(0).reason();
    }

    /** Everything that was found wrong, in the order in which it was found. */
    public List<Problem> problems() {
        return problems;
    }
}
